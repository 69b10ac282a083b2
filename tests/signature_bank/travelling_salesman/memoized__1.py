from functools import lru_cache

n = int(input())
d = [list(map(int, input().split())) for _ in range(n)]

@lru_cache(None)
def go(mask, u):
    if mask == (1 << n) - 1:
        return d[u][0]
    res = 10**18
    for v in range(n):
        if not mask >> v & 1:
            res = min(res, d[u][v] + go(mask | 1 << v, v))
    return res

print(go(1, 0))
