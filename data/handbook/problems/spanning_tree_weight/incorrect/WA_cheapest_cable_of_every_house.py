n, m = map(int, input().split())
best = {}
for i in range(m):
    a, b, c = map(int, input().split())
    for v in (a, b):
        best[v] = min(best.get(v, (c, i)), (c, i))
print(sum(c for c, _ in set(best.values())) if len(best) == n or n == 1 else -1)
