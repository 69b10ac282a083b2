h, w = map(int, input().split())
g = [input() for _ in range(h)]
INF = 10**9
d = [[INF] * w for _ in range(h)]
ans = -1
for i in range(h):
    for j in range(w):
        if g[i][j] == "#":
            continue
        if g[i][j] == "S":
            d[i][j] = 0
        if i:
            d[i][j] = min(d[i][j], d[i - 1][j] + 1)
        if j:
            d[i][j] = min(d[i][j], d[i][j - 1] + 1)
        if g[i][j] == "T" and d[i][j] < INF:
            ans = d[i][j]
print(ans)
