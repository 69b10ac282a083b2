import sys
from itertools import product

OO = 99999999


def read():
    first, *rest = sys.stdin.read().splitlines()
    n, m = map(int, first.split())
    return n, [tuple(map(int, r.split())) for r in rest[:m]]


def main():
    n, roads = read()
    g = []
    for v in range(n):
        g.append([OO] * n)
        g[v][v] = 0
    for u, v, w in roads:
        u -= 1
        v -= 1
        if g[u][v] > w:
            g[u][v] = w
    for mid, u, v in product(range(n), repeat=3):
        via = g[u][mid] + g[mid][v]
        if via < g[u][v]:
            g[u][v] = via
    ans = g[0][-1]
    if ans >= OO:
        ans = -1
    print(ans)


main()
