n, m, k = map(int, input().split())
g = [[] for _ in range(n)]
for _ in range(k):
    a, b = map(int, input().split())
    g[a - 1].append(b - 1)
dp = {0: 0}
for u in range(n):
    new = dict(dp)
    for mask, c in dp.items():
        for v in g[u]:
            if not mask >> v & 1:
                t = mask | 1 << v
                new[t] = max(new.get(t, 0), c + 1)
    dp = new
print(max(dp.values()))
