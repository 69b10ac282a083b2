h, w = map(int, input().split())
g = [list(map(int, input().split())) for _ in range(h)]
edges = []
for i in range(h):
    for j in range(w):
        if i + 1 < h:
            edges.append((i * w + j, i * w + j + w, g[i + 1][j]))
        if j + 1 < w:
            edges.append((i * w + j, i * w + j + 1, g[i][j + 1]))
edges.reverse()
dist = [10**9] * (h * w)
dist[0] = g[0][0]
for _ in range(h * w - 1):
    for u, v, c in edges:
        if dist[u] + c < dist[v]:
            dist[v] = dist[u] + c
print(dist[-1])
