import sys

sys.setrecursionlimit(200)
r, c = map(int, input().split())
g = [list(input()) for _ in range(r)]


def sink(i, j):
    if 0 <= i < r and 0 <= j < c and g[i][j] == "#":
        g[i][j] = "."
        for x, y in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)):
            sink(x, y)


ans = 0
for i in range(r):
    for j in range(c):
        if g[i][j] == "#":
            ans += 1
            sink(i, j)
print(ans)
