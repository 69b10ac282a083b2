import sys

sys.setrecursionlimit(10000)
r, c = map(int, input().split())
land = {(i, j) for i in range(r) for j, ch in enumerate(input()) if ch == "#"}


def sink(i, j):
    if (i, j) not in land:
        return
    land.remove((i, j))
    for x in (i - 1, i, i + 1):
        for y in (j - 1, j, j + 1):
            sink(x, y)


ans = 0
while land:
    i, j = min(land)
    sink(i, j)
    ans += 1
print(ans)
