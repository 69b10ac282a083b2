import sys
from functools import lru_cache

sys.setrecursionlimit(10000)


@lru_cache(None)
def f(n):
    if n == 0:
        return 0
    res = n
    k = 1
    while k * k <= n:
        res = min(res, f(n - k * k) + 1)
        k += 1
    return res


print(f(int(input())))
