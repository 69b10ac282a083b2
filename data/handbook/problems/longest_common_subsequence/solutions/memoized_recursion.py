import sys
from functools import lru_cache

sys.setrecursionlimit(10**5)


@lru_cache(maxsize=None)
def f(i, j):
    if i == len(a) or j == len(b):
        return 0
    if a[i] == b[j]:
        return 1 + f(i + 1, j + 1)
    return max(f(i + 1, j), f(i, j + 1))


a, b = input(), input()
print(f(0, 0))
