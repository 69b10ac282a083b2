from collections import deque

h, w = map(int, input().split())
g = [input() for _ in range(h)]
for i in range(h):
    for j in range(w):
        if g[i][j] == "S":
            s = i, j
dist = {s: 0}
q = deque([s])
ans = -1
while q:
    i, j = q.popleft()
    if g[i][j] == "T":
        ans = dist[i, j]
    for a, b in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)):
        # no lower bound: index -1 is the last row or column
        if a < h and b < w and g[a][b] != "#":
            a, b = a % h, b % w
            if (a, b) not in dist:
                dist[a, b] = dist[i, j] + 1
                q.append((a, b))
print(ans)
