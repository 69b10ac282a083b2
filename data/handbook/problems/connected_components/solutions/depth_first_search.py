import sys

sys.setrecursionlimit(10000)
n, m = map(int, input().split())
adj = [[] for _ in range(n + 1)]
for _ in range(m):
    a, b = map(int, input().split())
    adj[a].append(b)
    adj[b].append(a)
seen = [False] * (n + 1)


def dfs(v):
    seen[v] = True
    for u in adj[v]:
        if not seen[u]:
            dfs(u)


groups = 0
for v in range(1, n + 1):
    if not seen[v]:
        groups += 1
        dfs(v)
print(groups)
