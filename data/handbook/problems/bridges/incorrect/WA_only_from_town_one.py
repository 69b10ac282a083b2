n, m = map(int, input().split())
g = [[] for _ in range(n + 1)]
for i in range(m):
    a, b = map(int, input().split())
    g[a].append((b, i))
    g[b].append((a, i))
tin = {}
ans = 0


def dfs(v, pe):
    global ans
    tin[v] = low = len(tin)
    for u, i in g[v]:
        if i == pe:
            continue
        if u in tin:
            low = min(low, tin[u])
        else:
            r = dfs(u, i)
            if r > tin[v]:
                ans += 1
            low = min(low, r)
    return low


dfs(1, -1)
print(ans)
