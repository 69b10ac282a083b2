from collections import deque

r, c = map(int, input().split())
a = [list(map(int, input().split())) for _ in range(r)]


def around(i, j):
    if i > 0:
        yield i - 1, j
    if j > 0:
        yield i, j - 1
    if i < r - 1:
        yield i + 1, j
    if j < c - 1:
        yield i, j + 1


deg = [[0] * c for _ in range(r)]
for i in range(r):
    for j in range(c):
        for x, y in around(i, j):
            if a[x][y] < a[i][j]:
                deg[i][j] += 1
q = deque((i, j) for i in range(r) for j in range(c) if deg[i][j] == 0)
ans = 0
while q:
    ans += 1
    for _ in range(len(q)):
        i, j = q.popleft()
        for x, y in around(i, j):
            if a[x][y] > a[i][j]:
                deg[x][y] -= 1
                if deg[x][y] == 0:
                    q.append((x, y))
print(ans)
