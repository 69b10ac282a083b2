from collections import deque

n, m = map(int, input().split())
g = [[] for _ in range(n)]
for _ in range(m):
    a, b = map(int, input().split())
    g[a - 1].append(b - 1)
    g[b - 1].append(a - 1)
color = [-1] * n
ok = True
for s in range(n):
    if color[s] != -1:
        continue
    color[s] = 0
    q = deque([s])
    while q:
        v = q.popleft()
        for u in g[v]:
            if color[u] == -1:
                color[u] = 1 - color[v]
                q.append(u)
            elif color[u] == color[v]:
                ok = False
print("YES" if ok else "NO")
