n = int(input())
g = [input() for _ in range(n)]
col = [0] * n
up = [0] * (2 * n - 2)
down = [0] * (2 * n - 1)


def go(r):
    if r == n:
        return 1
    t = 0
    for c in range(n):
        if g[r][c] == "." and not col[c] and not down[r - c + n - 1] and not up[r + c]:
            col[c] = up[r + c] = down[r - c + n - 1] = 1
            t += go(r + 1)
            col[c] = up[r + c] = down[r - c + n - 1] = 0
    return t


print(go(0))
