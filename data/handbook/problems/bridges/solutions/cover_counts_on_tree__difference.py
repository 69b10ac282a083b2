import sys
from collections import deque


def spanning_forest(n, neighbours):
    parent, level, order, tree = [None] * n, [None] * n, [], set()
    for root in range(n):
        if level[root] is not None:
            continue
        level[root] = 0
        queue = deque([root])
        while queue:
            v = queue.popleft()
            order.append(v)
            for w, road in neighbours[v]:
                if level[w] is None:
                    level[w] = level[v] + 1
                    parent[w] = v
                    tree.add(road)
                    queue.append(w)
    return parent, level, order, tree


def meeting_point(a, b, parent, level):
    while a != b:
        if level[a] < level[b]:
            a, b = b, a
        a = parent[a]
    return a


def main():
    n, m = map(int, sys.stdin.readline().split())
    roads = [[int(x) - 1 for x in sys.stdin.readline().split()] for _ in range(m)]
    neighbours = [[] for _ in range(n)]
    for k, (a, b) in enumerate(roads):
        neighbours[a].append((b, k))
        neighbours[b].append((a, k))
    parent, level, order, tree = spanning_forest(n, neighbours)

    over = [0] * n
    for k, (a, b) in enumerate(roads):
        if k not in tree:
            over[a] += 1
            over[b] += 1
            over[meeting_point(a, b, parent, level)] -= 2
    vital = 0
    for v in reversed(order):
        if parent[v] is not None:
            if over[v] == 0:
                vital += 1
            over[parent[v]] += over[v]
    print(vital)


main()
