import sys
from functools import lru_cache

sys.setrecursionlimit(10000)
n = int(input())
a = list(map(int, input().split()))


@lru_cache(maxsize=None)
def f(i):
    if i >= n:
        return 0
    return max(f(i + 1), a[i] + f(i + 2))


print(f(0))
