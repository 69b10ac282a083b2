# make every road one-way in the direction in which dfs first uses it;
# a road is vital iff its ends are in different strong components then
n, m = map(int, input().split())
g = [[] for _ in range(n + 1)]
for i in range(m):
    a, b = map(int, input().split())
    g[a].append((b, i))
    g[b].append((a, i))

used = [False] * m
vis = [False] * (n + 1)
back = [[] for _ in range(n + 1)]
arcs = []
post = []


def dfs(v):
    vis[v] = True
    for u, i in g[v]:
        if used[i]:
            continue
        used[i] = True
        back[u].append(v)
        arcs.append((v, u))
        if not vis[u]:
            dfs(u)
    post.append(v)


for v in range(1, n + 1):
    if not vis[v]:
        dfs(v)

comp = [0] * (n + 1)


def mark(v, c):
    comp[v] = c
    for u in back[v]:
        if comp[u] == 0:
            mark(u, c)


c = 0
for v in reversed(post):
    if comp[v] == 0:
        c += 1
        mark(v, c)
print(sum(1 for a, b in arcs if comp[a] != comp[b]))
