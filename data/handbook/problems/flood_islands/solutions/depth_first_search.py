import sys

sys.setrecursionlimit(10000)
r, c = map(int, input().split())
g = [list(input().strip()) for _ in range(r)]


def sink(i, j):
    if i < 0 or j < 0 or i >= r or j >= c or g[i][j] != "#":
        return
    g[i][j] = "."
    sink(i + 1, j)
    sink(i - 1, j)
    sink(i, j + 1)
    sink(i, j - 1)


ans = 0
for i in range(r):
    for j in range(c):
        if g[i][j] == "#":
            ans += 1
            sink(i, j)
print(ans)
