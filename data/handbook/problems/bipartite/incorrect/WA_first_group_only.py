from collections import deque

n, m = map(int, input().split())
g = [[] for _ in range(n + 1)]
for _ in range(m):
    a, b = map(int, input().split())
    g[a].append(b)
    g[b].append(a)
color = [-1] * (n + 1)
color[1] = 0
q = deque([1])
ok = True
while q:
    v = q.popleft()
    for u in g[v]:
        if color[u] == -1:
            color[u] = 1 - color[v]
            q.append(u)
        elif color[u] == color[v]:
            ok = False
print("YES" if ok else "NO")
