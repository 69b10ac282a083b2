from collections import deque

n, m = map(int, input().split())
g = [[] for _ in range(n + 1)]
deg = [0] * (n + 1)
for _ in range(m):
    a, b = map(int, input().split())
    g[a].append(b)
    deg[b] += 1
q = deque((v, 1) for v in range(1, n + 1) if deg[v] == 0)
ans = -1
while q:
    v, t = q.popleft()
    ans = max(ans, t)
    for u in g[v]:
        deg[u] -= 1
        if deg[u] == 0:
            q.append((u, t + 1))
print(ans)
