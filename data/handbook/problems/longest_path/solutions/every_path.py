n, m = map(int, input().split())
g = [set() for _ in range(n + 1)]
for _ in range(m):
    a, b = map(int, input().split())
    g[a].add(b)
best = 0


def walk(v, length):
    global best
    best = max(best, length)
    for u in g[v]:
        walk(u, length + 1)


for v in range(1, n + 1):
    walk(v, 0)
print(best)
