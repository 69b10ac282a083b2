import sys
from functools import lru_cache

sys.setrecursionlimit(10**5)
n = int(input())
a = list(map(int, input().split()))


@lru_cache(None)
def f(i):
    if i == n - 1:
        return 0
    best = 10**9
    for j in range(i + 1, min(i + a[i], n - 1) + 1):
        best = min(best, f(j) + 1)
    return best


r = f(0)
print(r if r < 10**9 else -1)
