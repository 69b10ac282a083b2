n = int(input())
g = [list(input()) for _ in range(n)]


def attacked(r, c):
    for dc in (-1, 0, 1):
        i, j = r - 1, c + dc
        while i >= 0 and 0 <= j < n:
            if g[i][j] == "Q":
                return True
            if g[i][j] == "#":
                break
            i -= 1
            j += dc
    return False


def go(r):
    if r == n:
        return 1
    t = 0
    for c in range(n):
        if g[r][c] == "." and not attacked(r, c):
            g[r][c] = "Q"
            t += go(r + 1)
            g[r][c] = "."
    return t


print(go(0))
