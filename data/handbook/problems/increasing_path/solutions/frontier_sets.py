# cells where a path of length k can end, for k = 1, 2, ...
r, c = map(int, input().split())
a = [list(map(int, input().split())) for _ in range(r)]
cur = {(i, j) for i in range(r) for j in range(c)}
k = 0
while cur:
    k += 1
    nxt = set()
    for i, j in cur:
        for x, y in (i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1):
            if 0 <= x < r and 0 <= y < c and a[x][y] > a[i][j]:
                nxt.add((x, y))
    cur = nxt
print(k)
