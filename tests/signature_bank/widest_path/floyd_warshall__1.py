n, m, s, t = map(int, input().split())
d = [[0] * (n + 1) for _ in range(n + 1)]
for _ in range(m):
    a, b, w = map(int, input().split())
    d[a][b] = d[b][a] = max(d[a][b], w)
for k in range(1, n + 1):
    for i in range(1, n + 1):
        for j in range(1, n + 1):
            d[i][j] = max(d[i][j], min(d[i][k], d[k][j]))
print(d[s][t])
