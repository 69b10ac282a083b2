from collections import deque

h, w = map(int, input().split())
g = [input() for _ in range(h)]
for i in range(h):
    for j in range(w):
        if g[i][j] == "S":
            start = (i, j)
        if g[i][j] == "T":
            target = (i, j)
dist = [[-1] * w for _ in range(h)]
dist[start[0]][start[1]] = 0
q = deque([start])
while q:
    x, y = q.popleft()
    for dx, dy in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        u, v = x + dx, y + dy
        if 0 <= u < h and 0 <= v < w and g[u][v] != "#" and dist[u][v] == -1:
            dist[u][v] = dist[x][y] + 1
            q.append((u, v))
print(dist[target[0]][target[1]])
