n, m = map(int, input().split())
edges = [tuple(map(int, input().split())) for _ in range(m)]
d = {1: 0}
for _ in range(n):
    for a, b, c in edges:
        if a in d and d[a] + c < d.get(b, 10**9):
            d[b] = d[a] + c
print(d[n])
