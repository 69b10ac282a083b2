n, m = map(int, input().split())
g = [set() for _ in range(n + 1)]
for i in range(m):
    a, b = map(int, input().split())
    g[a].add(b)
    g[b].add(a)
tin = [0] * (n + 1)
low = [0] * (n + 1)
t = 0
ans = 0


def dfs(v, p):
    global t, ans
    t += 1
    tin[v] = low[v] = t
    for u in g[v]:
        if u == p:
            continue
        if tin[u]:
            low[v] = min(low[v], tin[u])
        else:
            dfs(u, v)
            low[v] = min(low[v], low[u])
            if low[u] > tin[v]:
                ans += 1


for v in range(1, n + 1):
    if not tin[v]:
        dfs(v, 0)
print(ans)
