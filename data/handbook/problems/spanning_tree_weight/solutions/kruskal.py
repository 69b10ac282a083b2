n, m = map(int, input().split())
edges = []
for _ in range(m):
    a, b, c = map(int, input().split())
    edges.append((c, a, b))
edges.sort()
p = list(range(n + 1))


def find(x):
    while p[x] != x:
        p[x] = p[p[x]]
        x = p[x]
    return x


total = used = 0
for c, a, b in edges:
    a, b = find(a), find(b)
    if a != b:
        p[a] = b
        total += c
        used += 1
print(total if used == n - 1 else -1)
