from collections import deque

n, m = map(int, input().split())
g = [[] for _ in range(n)]
for _ in range(m):
    a, b = map(int, input().split())
    g[a - 1].append(b - 1)
    g[b - 1].append(a - 1)
used = [0] * n
res = 0
for s in range(n):
    if used[s]:
        continue
    res += 1
    used[s] = 1
    q = deque([s])
    while q:
        v = q.popleft()
        for u in g[v]:
            if not used[u]:
                used[u] = 1
                q.append(u)
print(res)
