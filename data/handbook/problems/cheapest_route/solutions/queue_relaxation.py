from collections import deque

n, m = map(int, input().split())
g = [[] for _ in range(n)]
for _ in range(m):
    a, b, c = map(int, input().split())
    g[a - 1].append((b - 1, c))
INF = 1 << 60
d = [INF] * n
d[0] = 0
q = deque([0])
inq = [False] * n
while q:
    v = q.popleft()
    inq[v] = False
    for u, c in g[v]:
        if d[u] > d[v] + c:
            d[u] = d[v] + c
            if not inq[u]:
                inq[u] = True
                q.append(u)
print(d[-1] if d[-1] != INF else -1)
