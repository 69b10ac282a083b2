import sys

sys.setrecursionlimit(10000)
n = int(input())
g = [[] for _ in range(n + 1)]
for _ in range(n - 1):
    a, b = map(int, input().split())
    g[a].append(b)
    g[b].append(a)
best = 0


def height(v, p):
    global best
    h = 0
    for u in g[v]:
        if u != p:
            k = height(u, v) + 1
            best = max(best, h + k)
            h = max(h, k)
    return h


height(1, 0)
print(best)
