import sys
from functools import lru_cache

input = sys.stdin.readline
a, b, k = map(int, input().split())
g = [[] for _ in range(a)]
for _ in range(k):
    x, y = map(int, input().split())
    g[x - 1].append(y - 1)


@lru_cache(None)
def f(i, mask):
    if i == a:
        return 0
    res = f(i + 1, mask)
    for y in g[i]:
        if not mask & (1 << y):
            res = max(res, f(i + 1, mask | (1 << y)) + 1)
    return res


print(f(0, 0))
