from collections import deque

n, m = map(int, input().split())
g = [[] for _ in range(n + 1)]
e = []
for i in range(m):
    a, b = map(int, input().split())
    e.append((a, b))
    g[a].append((b, i))
    g[b].append((a, i))

par = [0] * (n + 1)
dep = [-1] * (n + 1)
tree = [False] * m
bridges = 0
for s in range(1, n + 1):
    if dep[s] >= 0:
        continue
    dep[s] = 0
    q = deque([s])
    while q:
        v = q.popleft()
        for u, i in g[v]:
            if dep[u] < 0:
                dep[u] = dep[v] + 1
                par[u] = v
                tree[i] = True
                bridges += 1
                q.append(u)

p = list(range(n + 1))


def find(x):
    while p[x] != x:
        p[x] = p[p[x]]
        x = p[x]
    return x


# p leads to the highest town of each merged group
for i in range(m):
    if tree[i]:
        continue
    a, b = find(e[i][0]), find(e[i][1])
    while a != b:
        if dep[a] < dep[b]:
            a, b = b, a
        p[a] = par[a]
        a = find(a)
        bridges -= 1
print(bridges)
