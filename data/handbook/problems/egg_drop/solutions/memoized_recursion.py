import sys
from functools import lru_cache

sys.setrecursionlimit(5000)
k, n = map(int, input().split())


@lru_cache(maxsize=None)
def f(e, m):
    if m == 0 or e == 1:
        return m
    best = m
    for x in range(1, m + 1):
        best = min(best, 1 + max(f(e - 1, x - 1), f(e, m - x)))
    return best


print(f(k, n))
