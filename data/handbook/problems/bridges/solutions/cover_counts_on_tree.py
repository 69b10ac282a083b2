n, m = map(int, input().split())
g = [[] for _ in range(n)]
for i in range(m):
    a, b = map(int, input().split())
    g[a - 1].append((b - 1, i))
    g[b - 1].append((a - 1, i))
depth = [-1] * n
cnt = [0] * n
res = 0


def dfs(v, edge):
    # cnt[v] becomes the number of back edges that pass over the edge above v
    global res
    for u, i in g[v]:
        if i == edge:
            continue
        if depth[u] == -1:
            depth[u] = depth[v] + 1
            dfs(u, i)
            cnt[v] += cnt[u]
        elif depth[u] < depth[v]:
            cnt[v] += 1
            cnt[u] -= 1
    if edge != -1 and cnt[v] == 0:
        res += 1


for v in range(n):
    if depth[v] == -1:
        depth[v] = 0
        dfs(v, -1)
print(res)
