import sys

sys.setrecursionlimit(20000)
h, w = map(int, input().split())
g = [list(input()) for _ in range(h)]
best = -1


def walk(i, j, moves):
    global best
    if not (0 <= i < h and 0 <= j < w) or g[i][j] == "#":
        return
    if g[i][j] == "T":
        if best < 0 or moves < best:
            best = moves
        return
    keep = g[i][j]
    g[i][j] = "#"
    walk(i + 1, j, moves + 1)
    walk(i, j + 1, moves + 1)
    walk(i - 1, j, moves + 1)
    walk(i, j - 1, moves + 1)
    g[i][j] = keep


for i in range(h):
    for j in range(w):
        if g[i][j] == "S":
            walk(i, j, 0)
            print(best)
            sys.exit()
