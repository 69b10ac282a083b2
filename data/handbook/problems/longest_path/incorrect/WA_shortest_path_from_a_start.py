from collections import deque

n, m = map(int, input().split())
g = [[] for _ in range(n + 1)]
start = [True] * (n + 1)
for _ in range(m):
    a, b = map(int, input().split())
    g[a].append(b)
    start[b] = False
dist = [-1] * (n + 1)
q = deque()
for v in range(1, n + 1):
    if start[v]:
        dist[v] = 0
        q.append(v)
while q:
    v = q.popleft()
    for u in g[v]:
        if dist[u] < 0:
            dist[u] = dist[v] + 1
            q.append(u)
print(max(dist))
