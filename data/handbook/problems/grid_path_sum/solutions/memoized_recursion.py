from functools import lru_cache

h, w = map(int, input().split())
g = [list(map(int, input().split())) for _ in range(h)]
INF = 10**9


@lru_cache(None)
def go(i, j):
    if i < 0 or j < 0:
        return INF
    if i == 0 and j == 0:
        return g[0][0]
    return g[i][j] + min(go(i - 1, j), go(i, j - 1))


print(go(h - 1, w - 1))
