from collections import deque

n, m = map(int, input().split())
g = [[] for _ in range(n + 1)]
deg = [0] * (n + 1)
for _ in range(m):
    a, b = map(int, input().split())
    g[a].append(b)
    deg[b] += 1
q = deque(i for i in range(1, n + 1) if deg[i] == 0)
cnt = 0
while q:
    u = q.popleft()
    cnt += 1
    for v in g[u]:
        deg[v] -= 1
        if deg[v] == 0:
            q.append(v)
print("NO" if cnt == n else "YES")
