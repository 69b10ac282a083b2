import heapq

n, m, s, t = map(int, input().split())
g = [[] for _ in range(n + 1)]
for _ in range(m):
    a, b, w = map(int, input().split())
    g[a].append((b, w))
    g[b].append((a, w))
best = [0] * (n + 1)
best[s] = 10**18
h = [(-best[s], s)]
while h:
    d, u = heapq.heappop(h)
    d = -d
    if d < best[u]:
        continue
    for v, w in g[u]:
        x = min(d, w)
        if x > best[v]:
            best[v] = x
            heapq.heappush(h, (-x, v))
print(best[t])
