n, m = map(int, input().split())
e = [tuple(map(int, input().split())) for _ in range(m)]
used = [False] * m
path = []

def go(u):
    path.append(u)
    if len(path) == m + 1:
        return True
    nxt = []
    for i, (a, b) in enumerate(e):
        if not used[i]:
            if a == u:
                nxt.append((b, i))
            elif b == u:
                nxt.append((a, i))
    for v, i in sorted(nxt):
        used[i] = True
        if go(v):
            return True
        used[i] = False
    path.pop()
    return False

deg = [0] * (n + 1)
for a, b in e:
    deg[a] += 1
    deg[b] += 1
odd = [u for u in range(1, n + 1) if deg[u] % 2]
go(odd[0] if odd else 1)
print(*path)
