from collections import deque

n, m = map(int, input().split())
g = [[] for _ in range(n + 1)]
deg = [0] * (n + 1)
for _ in range(m):
    a, b = map(int, input().split())
    g[a].append(b)
    deg[b] += 1
q = deque()
term = [1] * (n + 1)
for v in range(1, n + 1):
    if deg[v] == 0:
        q.append(v)
seen = 0
while q:
    v = q.popleft()
    seen += 1
    for u in g[v]:
        term[u] = max(term[u], term[v] + 1)
        deg[u] -= 1
        if deg[u] == 0:
            q.append(u)
if seen < n:
    print(-1)
else:
    print(max(term[1:]))
