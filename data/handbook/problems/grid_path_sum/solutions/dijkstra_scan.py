h, w = map(int, input().split())
a = []
for _ in range(h):
    a += list(map(int, input().split()))
n = h * w
INF = float("inf")
d = [INF] * n
used = [False] * n
d[0] = a[0]
for _ in range(n):
    v = -1
    for i in range(n):
        if not used[i] and (v == -1 or d[i] < d[v]):
            v = i
    used[v] = True
    to = []
    if v % w < w - 1:
        to.append(v + 1)
    if v // w < h - 1:
        to.append(v + w)
    for u in to:
        if d[v] + a[u] < d[u]:
            d[u] = d[v] + a[u]
print(d[n - 1])
