n, m = map(int, input().split())
edges = [tuple(map(int, input().split())) for _ in range(m)]
edges += [(b, a, c) for a, b, c in edges]
d = [10**9] * (n + 1)
d[1] = 0
for _ in range(n):
    for a, b, c in edges:
        d[b] = min(d[b], d[a] + c)
print(d[n] if d[n] < 10**9 else -1)
