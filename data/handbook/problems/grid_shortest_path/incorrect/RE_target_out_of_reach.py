from collections import deque

h, w = map(int, input().split())
g = [input() for _ in range(h)]
s = next((i, row.index("S")) for i, row in enumerate(g) if "S" in row)
t = next((i, row.index("T")) for i, row in enumerate(g) if "T" in row)
dist = {s: 0}
q = deque([s])
while q:
    i, j = q.popleft()
    for a, b in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)):
        if 0 <= a < h and 0 <= b < w and g[a][b] != "#" and (a, b) not in dist:
            dist[a, b] = dist[i, j] + 1
            q.append((a, b))
print(dist[t])
