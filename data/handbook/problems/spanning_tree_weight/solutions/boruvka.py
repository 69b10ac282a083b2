n, m = map(int, input().split())
edges = [tuple(map(int, input().split())) for _ in range(m)]
comp = list(range(n + 1))
total = 0
parts = n
while parts > 1:
    best = {}
    for k, (a, b, c) in enumerate(edges):
        x, y = comp[a], comp[b]
        if x != y:
            for z in (x, y):
                if z not in best or (c, k) < best[z]:
                    best[z] = (c, k)
    if not best:
        total = -1
        break
    for c, k in set(best.values()):
        x, y = comp[edges[k][0]], comp[edges[k][1]]
        if x != y:
            comp = [x if z == y else z for z in comp]
            total += c
            parts -= 1
print(total)
