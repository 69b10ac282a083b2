import sys
sys.setrecursionlimit(10**6)
n, m = map(int, input().split())
g = [[] for _ in range(n + 1)]
for i in range(m):
    a, b = map(int, input().split())
    g[a].append((b, i))
    g[b].append((a, i))
tin = [0] * (n + 1)
low = [0] * (n + 1)
t = 0
ans = 0

def dfs(u, pe):
    global t, ans
    t += 1
    tin[u] = low[u] = t
    for v, e in g[u]:
        if e == pe:
            continue
        if tin[v]:
            low[u] = min(low[u], tin[v])
        else:
            dfs(v, e)
            low[u] = min(low[u], low[v])
            if low[v] > tin[u]:
                ans += 1

for i in range(1, n + 1):
    if not tin[i]:
        dfs(i, -1)
print(ans)
