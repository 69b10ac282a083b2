n, m = map(int, input().split())
g = {}
for _ in range(m):
    a, b = map(int, input().split())
    g.setdefault(a, []).append(b)
    g.setdefault(b, [])
memo = {}


def f(v):
    if v not in memo:
        memo[v] = max([f(u) + 1 for u in g[v]] + [0])
    return memo[v]


print(max(f(v) for v in g))
