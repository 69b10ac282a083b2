from collections import deque

n, m = map(int, input().split())
g = [[] for _ in range(n + 1)]
for _ in range(m):
    u, v = map(int, input().split())
    g[u].append(v)
    g[v].append(u)

best = n + 1
for s in range(1, n + 1):
    dist = [-1] * (n + 1)
    par = [0] * (n + 1)
    dist[s] = 0
    q = deque([s])
    while q:
        u = q.popleft()
        for v in g[u]:
            if dist[v] == -1:
                dist[v] = dist[u] + 1
                par[v] = u
                q.append(v)
            elif par[u] != v:
                best = min(best, dist[u] + dist[v] + 1)
print(best if best <= n else -1)
