n, m = map(int, input().split())
INF = 1000
w = [[INF] * n for _ in range(n)]
for _ in range(m):
    a, b = map(int, input().split())
    w[a - 1][b - 1] = w[b - 1][a - 1] = 1
d = [row[:] for row in w]
ans = INF
for k in range(n):
    # k is the largest vertex of the cycle, i and j its neighbours
    for i in range(k):
        for j in range(i):
            ans = min(ans, d[i][j] + w[i][k] + w[k][j])
    for i in range(n):
        for j in range(n):
            if d[i][k] + d[k][j] < d[i][j]:
                d[i][j] = d[i][k] + d[k][j]
print(ans if ans < INF else -1)
