from collections import deque

r, c = map(int, input().split())
a = [list(map(int, input().split())) for _ in range(r)]
d = [[1] * c for _ in range(r)]
inq = [[True] * c for _ in range(r)]
q = deque()
for i in range(r):
    for j in range(c):
        q.append((i, j))
while q:
    i, j = q.popleft()
    inq[i][j] = False
    for x, y in [(i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)]:
        if x < 0 or y < 0 or x >= r or y >= c or a[x][y] <= a[i][j]:
            continue
        if d[x][y] < d[i][j] + 1:
            d[x][y] = d[i][j] + 1
            if not inq[x][y]:
                inq[x][y] = True
                q.append((x, y))
print(max(map(max, d)))
