n, m = map(int, input().split())
edges = [tuple(map(int, input().split())) for _ in range(m)]
d = [0] * (n + 1)
for _ in range(n - 1):
    for a, b in edges:
        if d[a] + 1 > d[b]:
            d[b] = d[a] + 1
print(max(d))
