import sys

sys.setrecursionlimit(10000)
input = sys.stdin.readline
n, q = map(int, input().split())
L = 6
up = [[1] * (n + 1) for _ in range(L)]
g = [[] for _ in range(n + 1)]
for i, x in enumerate(map(int, input().split()), 2):
    up[0][i] = x
    g[x].append(i)
for k in range(1, L):
    for v in range(1, n + 1):
        up[k][v] = up[k - 1][up[k - 1][v]]
dep = [0] * (n + 1)


def dfs(v):
    for u in g[v]:
        dep[u] = dep[v] + 1
        dfs(u)


dfs(1)
for _ in range(q):
    a, b = map(int, input().split())
    if dep[a] < dep[b]:
        a, b = b, a
    for k in range(L):
        if (dep[a] - dep[b]) >> k & 1:
            a = up[k][a]
    if a != b:
        for k in range(L - 1, -1, -1):
            if up[k][a] != up[k][b]:
                a = up[k][a]
                b = up[k][b]
        a = up[0][a]
    print(a)
