n, m = (int(t) for t in input().split())
nb = {v: set() for v in range(1, n + 1)}
for _ in range(m):
    x, y = (int(t) for t in input().split())
    nb[x].add(y)
    nb[y].add(x)

visited = set()
parts = 0
for root in nb:
    if root in visited:
        continue
    parts += 1
    visited.add(root)
    trail = [iter(nb[root])]
    while trail:
        for y in trail[-1]:
            if y not in visited:
                visited.add(y)
                trail.append(iter(nb[y]))
                break
        else:
            trail.pop()
print(parts)
