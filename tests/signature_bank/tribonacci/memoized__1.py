from functools import lru_cache
import sys
sys.setrecursionlimit(10**6)
n, m = map(int, input().split())

@lru_cache(None)
def t(k):
    if k == 0:
        return 0
    if k <= 2:
        return 1
    return (t(k - 1) + t(k - 2) + t(k - 3)) % m

print(t(n))
