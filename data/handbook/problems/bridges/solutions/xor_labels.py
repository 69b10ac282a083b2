import random

n, m = map(int, input().split())
g = [[] for _ in range(n + 1)]
edges = []
for i in range(m):
    a, b = map(int, input().split())
    edges.append((a, b))
    g[a].append((b, i))
    g[b].append((a, i))

random.seed(712367)
par = [0] * (n + 1)
seen = [False] * (n + 1)
intree = [False] * m
order = []
for r in range(1, n + 1):
    if seen[r]:
        continue
    seen[r] = True
    st = [r]
    while st:
        v = st.pop()
        order.append(v)
        for u, i in g[v]:
            if not seen[u]:
                seen[u] = True
                par[u] = v
                intree[i] = True
                st.append(u)

val = [0] * (n + 1)
for i in range(m):
    if not intree[i]:
        r = random.getrandbits(64)
        a, b = edges[i]
        val[a] ^= r
        val[b] ^= r
ans = 0
for v in reversed(order):
    if par[v]:
        if val[v] == 0:
            ans += 1
        val[par[v]] ^= val[v]
print(ans)
