from collections import deque

n, m = map(int, input().split())
g = [list(input()) for _ in range(n)]
best = 0
for i in range(n):
    for j in range(m):
        if g[i][j] == '#':
            g[i][j] = '.'
            q = deque([(i, j)])
            size = 0
            while q:
                x, y = q.popleft()
                size += 1
                for dx, dy in [(0, 1), (1, 0), (0, -1), (-1, 0)]:
                    a, b = x + dx, y + dy
                    if 0 <= a < n and 0 <= b < m and g[a][b] == '#':
                        g[a][b] = '.'
                        q.append((a, b))
            best = max(best, size)
print(best)
