from collections import deque

a, b, k = map(int, input().split())
N = a + b + 2
s, t = 0, N - 1
cap = [[0] * N for _ in range(N)]
for i in range(1, a + 1):
    cap[s][i] = 1
for j in range(1, b + 1):
    cap[a + j][t] = 1
for _ in range(k):
    x, y = map(int, input().split())
    cap[x][a + y] = 1
flow = 0
while True:
    par = [-1] * N
    par[s] = s
    q = deque([s])
    while q and par[t] == -1:
        u = q.popleft()
        for v in range(N):
            if par[v] == -1 and cap[u][v] > 0:
                par[v] = u
                q.append(v)
    if par[t] == -1:
        break
    v = t
    while v != s:
        u = par[v]
        cap[u][v] -= 1
        cap[v][u] += 1
        v = u
    flow += 1
print(flow)
