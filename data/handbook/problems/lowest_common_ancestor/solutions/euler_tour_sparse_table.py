import sys

sys.setrecursionlimit(10000)
n, q = map(int, input().split())
g = [[] for _ in range(n + 1)]
for i, p in enumerate(map(int, input().split())):
    g[p].append(i + 2)
tour = []
first = [0] * (n + 1)


def dfs(v, d):
    first[v] = len(tour)
    tour.append((d, v))
    for u in g[v]:
        dfs(u, d + 1)
        tour.append((d, v))


dfs(1, 0)
sp = [tour]
k = 1
while 2 * k <= len(tour):
    t = sp[-1]
    sp.append([min(t[i], t[i + k]) for i in range(len(t) - k)])
    k *= 2
for _ in range(q):
    a, b = map(int, input().split())
    l, r = first[a], first[b]
    if l > r:
        l, r = r, l
    k = (r - l + 1).bit_length() - 1
    print(min(sp[k][l], sp[k][r - (1 << k) + 1])[1])
