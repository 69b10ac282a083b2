import sys
sys.setrecursionlimit(10**6)
n, m = map(int, input().split())
g = [[] for _ in range(n + 1)]
r = [[] for _ in range(n + 1)]
for _ in range(m):
    a, b = map(int, input().split())
    g[a].append(b)
    r[b].append(a)
seen = [False] * (n + 1)
order = []

def dfs1(u):
    seen[u] = True
    for v in g[u]:
        if not seen[v]:
            dfs1(v)
    order.append(u)

def dfs2(u):
    seen[u] = True
    for v in r[u]:
        if not seen[v]:
            dfs2(v)

for i in range(1, n + 1):
    if not seen[i]:
        dfs1(i)
seen = [False] * (n + 1)
ans = 0
for u in reversed(order):
    if not seen[u]:
        ans += 1
        dfs2(u)
print(ans)
