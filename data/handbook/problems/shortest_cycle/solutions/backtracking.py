n, m = map(int, input().split())
adj = [[] for _ in range(n)]
for _ in range(m):
    u, v = map(int, input().split())
    adj[u - 1].append(v - 1)
    adj[v - 1].append(u - 1)

best = n + 1
used = [False] * n


def go(start, v, length):
    # length: number of vertices on the way start .. v
    global best
    if length >= best:
        return
    for x in adj[v]:
        if x == start and length >= 3:
            best = length
            return
        if x > start and not used[x]:
            used[x] = True
            go(start, x, length + 1)
            used[x] = False


for s in range(n):
    go(s, s, 1)
print(-1 if best > n else best)
