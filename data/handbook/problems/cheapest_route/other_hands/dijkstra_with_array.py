from math import inf

n, m, *t = map(int, open(0).read().split())
adj = {}
for a, b, c in zip(t[::3], t[1::3], t[2::3]):
    row = adj.setdefault(a, {})
    row[b] = min(c, row.get(b, inf))

price = [inf] * (n + 1)
closed = [True] + [False] * n
price[1] = 0

while True:
    cur, low = 0, inf
    for v, p in enumerate(price):
        if p < low and not closed[v]:
            cur, low = v, p
    if cur in (0, n):
        break
    closed[cur] = True
    for v, c in adj.get(cur, {}).items():
        price[v] = min(price[v], low + c)

print(-1 if price[n] == inf else price[n])
