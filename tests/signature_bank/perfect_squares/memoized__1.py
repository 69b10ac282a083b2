from functools import lru_cache
import sys
sys.setrecursionlimit(10**6)

@lru_cache(None)
def f(n):
    if n == 0:
        return 0
    res = n
    i = 1
    while i * i <= n:
        res = min(res, f(n - i * i) + 1)
        i += 1
    return res

print(f(int(input())))
