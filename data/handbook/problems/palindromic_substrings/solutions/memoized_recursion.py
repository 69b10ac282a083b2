import sys
from functools import lru_cache

sys.setrecursionlimit(10000)
s = input()
n = len(s)


@lru_cache(maxsize=None)
def pal(i, j):
    if i >= j:
        return True
    return s[i] == s[j] and pal(i + 1, j - 1)


print(sum(pal(i, j) for i in range(n) for j in range(i, n)))
