import sys


def main():
    n, *ends = map(int, sys.stdin.read().split())
    near = {v: [] for v in range(1, n + 1)}
    for a, b in zip(ends[::2], ends[1::2]):
        near[a].append(b)
        near[b].append(a)
    parent, order, stack = {1: None}, [], [1]
    while stack:
        vertex = stack.pop()
        order.append(vertex)
        for other in near[vertex]:
            if other not in parent:
                parent[other] = vertex
                stack.append(other)
    size = dict.fromkeys(order, 1)
    heaviest = dict.fromkeys(order, 0)
    for vertex in reversed(order):
        heaviest[vertex] = max(heaviest[vertex], n - size[vertex])
        up = parent[vertex]
        if up is not None:
            size[up] += size[vertex]
            heaviest[up] = max(heaviest[up], size[vertex])
    print(min(v for v in order if heaviest[v] <= n // 2))


main()
