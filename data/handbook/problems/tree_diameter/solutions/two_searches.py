from collections import deque

n = int(input())
g = [[] for _ in range(n + 1)]
for _ in range(n - 1):
    a, b = map(int, input().split())
    g[a].append(b)
    g[b].append(a)


def far(s):
    d = {s: 0}
    q = deque([s])
    while q:
        v = q.popleft()
        for u in g[v]:
            if u not in d:
                d[u] = d[v] + 1
                q.append(u)
    return v, d[v]


print(far(far(1)[0])[1])
