import sys


def find(parent, v):
    while v != parent[v]:
        v = parent[v]
    return v


def solve():
    n, m, *rest = map(int, sys.stdin.read().split())
    cables = [(rest[3 * i + 2], i, rest[3 * i], rest[3 * i + 1]) for i in range(m)]
    parent = list(range(n + 1))
    price, trees = 0, n
    progress = True
    while trees > 1 and progress:
        progress = False
        cheapest = [None] * (n + 1)
        for cable in cables:
            u, v = find(parent, cable[2]), find(parent, cable[3])
            if u == v:
                continue
            if cheapest[u] is None or cable < cheapest[u]:
                cheapest[u] = cable
            if cheapest[v] is None or cable < cheapest[v]:
                cheapest[v] = cable
        for cable in cheapest:
            if cable is None:
                continue
            u, v = find(parent, cable[2]), find(parent, cable[3])
            if u != v:
                parent[u] = v
                price += cable[0]
                trees -= 1
                progress = True
    print(price if trees == 1 else -1)


solve()
