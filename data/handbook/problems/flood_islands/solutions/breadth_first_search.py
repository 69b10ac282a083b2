from collections import deque

r, c = map(int, input().split())
g = [input() for _ in range(r)]
seen = [[False] * c for _ in range(r)]
ans = 0
for i in range(r):
    for j in range(c):
        if g[i][j] == "." or seen[i][j]:
            continue
        ans += 1
        seen[i][j] = True
        q = deque([(i, j)])
        while q:
            x, y = q.popleft()
            for dx, dy in (1, 0), (-1, 0), (0, 1), (0, -1):
                u, v = x + dx, y + dy
                if 0 <= u < r and 0 <= v < c and g[u][v] == "#" and not seen[u][v]:
                    seen[u][v] = True
                    q.append((u, v))
print(ans)
