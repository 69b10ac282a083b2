import sys


def make_finder(boss):
    depth = {1: 0}

    def measure(v):
        if v not in depth:
            depth[v] = measure(boss[v]) + 1
        return depth[v]

    def meet(u, v):
        if u == v:
            return u
        if measure(u) == measure(v):
            return meet(boss[u], boss[v])
        if measure(u) > measure(v):
            return meet(boss[u], v)
        return meet(u, boss[v])

    return meet


n, q = map(int, sys.stdin.readline().split())
boss = dict(enumerate(map(int, sys.stdin.readline().split()), 2))
meet = make_finder(boss)
while q:
    q -= 1
    print(meet(*map(int, sys.stdin.readline().split())))
