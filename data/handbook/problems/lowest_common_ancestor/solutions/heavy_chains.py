import sys

sys.setrecursionlimit(10000)
input = sys.stdin.readline
n, q = map(int, input().split())
par = [0, 0] + list(map(int, input().split()))
g = [[] for _ in range(n + 1)]
for v in range(2, n + 1):
    g[par[v]].append(v)
size = [1] * (n + 1)
head = [0] * (n + 1)
dep = [0] * (n + 1)


def count(v):
    for u in g[v]:
        dep[u] = dep[v] + 1
        count(u)
        size[v] += size[u]


def split(v, h):
    head[v] = h
    heavy = max(g[v], key=lambda u: size[u], default=0)
    for u in g[v]:
        split(u, h if u == heavy else u)


count(1)
split(1, 1)
for _ in range(q):
    a, b = map(int, input().split())
    while head[a] != head[b]:
        if dep[head[a]] < dep[head[b]]:
            a, b = b, a
        a = par[head[a]]
    print(a if dep[a] < dep[b] else b)
