from functools import lru_cache
import sys
sys.setrecursionlimit(10**6)
n = int(input())
a = list(map(int, input().split()))

@lru_cache(None)
def f(i):
    r = 1
    if i > 0 and a[i - 1] < a[i]:
        r = max(r, f(i - 1) + 1)
    if i + 1 < n and a[i + 1] < a[i]:
        r = max(r, f(i + 1) + 1)
    return r

print(sum(f(i) for i in range(n)))
