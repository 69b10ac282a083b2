n, m = map(int, input().split())
near = [[] for _ in range(n)]
for _ in range(m):
    p, q = (int(t) - 1 for t in input().split())
    near[p].append(q)
    near[q].append(p)


def closes(home, at, visited, budget):
    """Is there a way back home over exactly `budget` further paths?"""
    for nxt in near[at]:
        if budget == 1:
            if nxt == home:
                return True
        elif nxt > home and not visited >> nxt & 1:
            if closes(home, nxt, visited | 1 << nxt, budget - 1):
                return True
    return False


size = 3
while size <= n and not any(closes(v, v, 1 << v, size) for v in range(n)):
    size += 1
print(size if size <= n else -1)
