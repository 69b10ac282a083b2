# Tarjan's offline algorithm
import sys

sys.setrecursionlimit(10000)
n, q = map(int, input().split())
g = [[] for _ in range(n + 1)]
for i, p in enumerate(map(int, input().split()), 2):
    g[p].append(i)
ask = [[] for _ in range(n + 1)]
for i in range(q):
    a, b = map(int, input().split())
    ask[a].append((b, i))
    ask[b].append((a, i))
root = list(range(n + 1))
seen = [False] * (n + 1)
ans = [0] * q


def find(x):
    while root[x] != x:
        root[x] = root[root[x]]
        x = root[x]
    return x


def dfs(v):
    seen[v] = True
    for u in g[v]:
        dfs(u)
        root[u] = v
    for u, i in ask[v]:
        if seen[u]:
            ans[i] = find(u)


dfs(1)
print(*ans, sep="\n")
