import sys
from functools import lru_cache

sys.setrecursionlimit(150)


@lru_cache(None)
def f(n):
    if n == 0:
        return 0
    return 1 + min(f(n - k * k) for k in range(1, int(n**0.5) + 1))


print(f(int(input())))
