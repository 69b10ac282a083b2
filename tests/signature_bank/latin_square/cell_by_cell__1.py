n = int(input())
g = [list(map(int, input().split())) for _ in range(n)]

def ok(r, c, v):
    for i in range(n):
        if g[r][i] == v or g[i][c] == v:
            return False
    return True

def go(k):
    if k == n * n:
        return 1
    r, c = divmod(k, n)
    if g[r][c]:
        return go(k + 1)
    res = 0
    for v in range(1, n + 1):
        if ok(r, c, v):
            g[r][c] = v
            res += go(k + 1)
            g[r][c] = 0
    return res

print(go(0))
