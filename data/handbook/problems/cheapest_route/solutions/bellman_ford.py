n, m = map(int, input().split())
edges = [tuple(map(int, input().split())) for _ in range(m)]
INF = float("inf")
d = [INF] * (n + 1)
d[1] = 0
for _ in range(n - 1):
    for a, b, c in edges:
        if d[a] + c < d[b]:
            d[b] = d[a] + c
print(d[n] if d[n] < INF else -1)
