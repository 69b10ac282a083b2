h, w = map(int, input().split())
a = [list(map(int, input().split())) for _ in range(h)]
best = 10**9


def dfs(x, y, s):
    global best
    s += a[x][y]
    if x == h - 1 and y == w - 1:
        best = min(best, s)
        return
    if x + 1 < h:
        dfs(x + 1, y, s)
    if y + 1 < w:
        dfs(x, y + 1, s)


dfs(0, 0, 0)
print(best)
