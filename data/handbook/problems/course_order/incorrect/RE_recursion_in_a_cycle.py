from functools import lru_cache

n, m = map(int, input().split())
need = [[] for _ in range(n + 1)]
for _ in range(m):
    a, b = map(int, input().split())
    need[b].append(a)


@lru_cache(None)
def term(v):
    return 1 + max([term(p) for p in need[v]], default=0)


print(max(term(v) for v in range(1, n + 1)))
