from collections import deque

n, m = map(int, input().split())
c = [[0] * n for _ in range(n)]
for _ in range(m):
    a, b, w = map(int, input().split())
    c[a - 1][b - 1] += w
flow = 0
while True:
    par = [-1] * n
    par[0] = 0
    q = deque([0])
    while q:
        u = q.popleft()
        for v in range(n):
            if par[v] == -1 and c[u][v] > 0:
                par[v] = u
                q.append(v)
    if par[n - 1] == -1:
        break
    f = 10**18
    v = n - 1
    while v:
        f = min(f, c[par[v]][v])
        v = par[v]
    v = n - 1
    while v:
        c[par[v]][v] -= f
        c[v][par[v]] += f
        v = par[v]
    flow += f
print(flow)
