from functools import lru_cache

n, m = map(int, input().split())
g = [[] for _ in range(n + 1)]
for _ in range(m):
    a, b = map(int, input().split())
    g[a].append(b)


@lru_cache(None)
def f(v):
    return max((f(u) + 1 for u in g[v]), default=0)


print(max(f(v) for v in range(1, n + 1)))
