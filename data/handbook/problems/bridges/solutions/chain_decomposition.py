import sys
input = sys.stdin.readline

n, m = map(int, input().split())
g = [[] for _ in range(n + 1)]
for i in range(m):
    a, b = map(int, input().split())
    g[a].append((b, i))
    g[b].append((a, i))

num = [0] * (n + 1)
par = [(0, -1)] * (n + 1)
order = []


def dfs(v):
    order.append(v)
    num[v] = len(order)
    for u, i in g[v]:
        if num[u] == 0:
            par[u] = (v, i)
            dfs(u)


for v in range(1, n + 1):
    if num[v] == 0:
        dfs(v)

visited = [False] * (n + 1)
onchain = [False] * m
for v in order:
    for u, i in g[v]:
        # back edges from v down to u
        if num[u] > num[v] and par[u][1] != i:
            visited[v] = True
            onchain[i] = True
            while not visited[u]:
                visited[u] = True
                p, j = par[u]
                onchain[j] = True
                u = p
print(onchain.count(False))
