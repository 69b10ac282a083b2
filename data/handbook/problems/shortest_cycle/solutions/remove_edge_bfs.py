from collections import deque

n, m = map(int, input().split())
edges = [tuple(map(int, input().split())) for _ in range(m)]
g = [[] for _ in range(n + 1)]
for a, b in edges:
    g[a].append(b)
    g[b].append(a)

ans = -1
for a, b in edges:
    # way from a to b without this edge
    dist = {a: 0}
    q = deque([a])
    while q and b not in dist:
        x = q.popleft()
        for y in g[x]:
            if (x, y) == (a, b):
                continue
            if y not in dist:
                dist[y] = dist[x] + 1
                q.append(y)
    if b in dist and (ans == -1 or dist[b] + 1 < ans):
        ans = dist[b] + 1
print(ans)
