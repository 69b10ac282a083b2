n, m = map(int, input().split())
a = [input().split() for _ in range(n)]
seen = [[False] * m for _ in range(n)]
dx = [0, 1, 0, -1]
dy = [1, 0, -1, 0]
x = y = d = 0
ans = []
for _ in range(n * m):
    ans.append(a[x][y])
    seen[x][y] = True
    nx, ny = x + dx[d], y + dy[d]
    if not (0 <= nx < n and 0 <= ny < m) or seen[nx][ny]:
        d = (d + 1) % 4
        nx, ny = x + dx[d], y + dy[d]
    x, y = nx, ny
print(" ".join(ans))
