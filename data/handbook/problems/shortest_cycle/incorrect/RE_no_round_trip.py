from collections import deque

n, m = map(int, input().split())
edges = [tuple(map(int, input().split())) for _ in range(m)]
lengths = []
for a, b in edges:
    dist = {a: 0}
    q = deque([a])
    while q:
        x = q.popleft()
        for e in edges:
            if e == (a, b) or x not in e:
                continue
            y = e[0] + e[1] - x
            if y not in dist:
                dist[y] = dist[x] + 1
                q.append(y)
    if b in dist:
        lengths.append(dist[b] + 1)
print(min(lengths))
