from functools import lru_cache
import sys
sys.setrecursionlimit(10**6)
n, k, m = map(int, input().split())

@lru_cache(None)
def c(n, k):
    if k == 0 or k == n:
        return 1
    return (c(n - 1, k - 1) + c(n - 1, k)) % m

print(c(n, k))
