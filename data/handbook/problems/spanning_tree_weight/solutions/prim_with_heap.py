from heapq import heappop, heappush

n, m = map(int, input().split())
g = [[] for _ in range(n + 1)]
for _ in range(m):
    a, b, c = map(int, input().split())
    g[a].append((c, b))
    g[b].append((c, a))
seen = [False] * (n + 1)
h = [(0, 1)]
total = 0
while h:
    c, v = heappop(h)
    if seen[v]:
        continue
    seen[v] = True
    total += c
    for e in g[v]:
        if not seen[e[1]]:
            heappush(h, e)
print(total if sum(seen) == n else -1)
