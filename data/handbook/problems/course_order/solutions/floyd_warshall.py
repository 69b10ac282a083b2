n, m = map(int, input().split())
INF = 10 ** 9
d = [[-INF] * n for _ in range(n)]
for i in range(n):
    d[i][i] = 0
for _ in range(m):
    a, b = map(int, input().split())
    d[a - 1][b - 1] = 1
for k in range(n):
    for i in range(n):
        if d[i][k] < 0:
            continue
        for j in range(n):
            if d[k][j] >= 0 and d[i][k] + d[k][j] > d[i][j]:
                d[i][j] = d[i][k] + d[k][j]
if any(d[i][i] > 0 for i in range(n)):
    print(-1)
else:
    print(max(map(max, d)) + 1)
