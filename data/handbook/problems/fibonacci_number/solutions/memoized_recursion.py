import sys
from functools import lru_cache

sys.setrecursionlimit(10000)
n, m = map(int, input().split())


@lru_cache(maxsize=None)
def fib(k):
    if k < 2:
        return k % m
    return (fib(k - 1) + fib(k - 2)) % m


print(fib(n))
