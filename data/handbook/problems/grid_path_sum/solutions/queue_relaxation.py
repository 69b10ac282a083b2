from collections import deque

h, w = map(int, input().split())
a = [list(map(int, input().split())) for _ in range(h)]
d = [[10**9] * w for _ in range(h)]
inq = [[False] * w for _ in range(h)]
d[0][0] = a[0][0]
q = deque([(0, 0)])
inq[0][0] = True
while q:
    x, y = q.popleft()
    inq[x][y] = False
    for dx, dy in (0, 1), (1, 0):
        nx = x + dx
        ny = y + dy
        if nx == h or ny == w:
            continue
        if d[x][y] + a[nx][ny] < d[nx][ny]:
            d[nx][ny] = d[x][y] + a[nx][ny]
            if not inq[nx][ny]:
                inq[nx][ny] = True
                q.append((nx, ny))
print(d[-1][-1])
