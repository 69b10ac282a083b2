import sys

n, m = map(int, input().split())
g = [[] for _ in range(n + 1)]
for _ in range(m):
    u, v = map(int, input().split())
    g[u].append(v)
    g[v].append(u)
depth = [-1] * (n + 1)
best = n + 1


def dfs(u, p):
    global best
    for v in g[u]:
        if v == p:
            continue
        if depth[v] < 0:
            depth[v] = depth[u] + 1
            dfs(v, u)
        elif depth[v] < depth[u]:
            best = min(best, depth[u] - depth[v] + 1)


for s in range(1, n + 1):
    if depth[s] < 0:
        depth[s] = 0
        dfs(s, 0)
print(best if best <= n else -1)
