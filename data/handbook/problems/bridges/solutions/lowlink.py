import sys
sys.setrecursionlimit(5000)
n, m = map(int, input().split())
g = [[] for _ in range(n + 1)]
for i in range(m):
    a, b = map(int, input().split())
    g[a].append((b, i))
    g[b].append((a, i))
tin = [0] * (n + 1)
low = [0] * (n + 1)
timer = 0
bridges = 0


def dfs(v, pe):
    global timer, bridges
    timer += 1
    tin[v] = low[v] = timer
    for u, i in g[v]:
        if i == pe:
            continue
        if tin[u]:
            low[v] = min(low[v], tin[u])
        else:
            dfs(u, i)
            low[v] = min(low[v], low[u])
            if low[u] > tin[v]:
                bridges += 1


for v in range(1, n + 1):
    if not tin[v]:
        dfs(v, -1)
print(bridges)
