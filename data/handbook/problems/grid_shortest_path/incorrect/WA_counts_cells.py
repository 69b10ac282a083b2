from collections import deque

h, w = map(int, input().split())
g = [input() for _ in range(h)]
s = next((i, row.index("S")) for i, row in enumerate(g) if "S" in row)
seen = {s: 1}
q = deque([s])
ans = -1
while q:
    i, j = q.popleft()
    if g[i][j] == "T":
        ans = seen[i, j]
        break
    for a, b in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)):
        if 0 <= a < h and 0 <= b < w and g[a][b] != "#" and (a, b) not in seen:
            seen[a, b] = seen[i, j] + 1
            q.append((a, b))
print(ans)
