import sys


def count_bridges(n: int, edges: list[tuple[int, int]]) -> int:
    neighbours: list[list[int]] = [[] for _ in range(n)]
    for a, b in edges:
        neighbours[a].append(b)
        neighbours[b].append(a)
    discovered = [-1] * n
    lowest = [0] * n
    clock = 0
    bridges: list[tuple[int, int]] = []

    def explore(vertex: int, parent: int) -> None:
        nonlocal clock
        discovered[vertex] = lowest[vertex] = clock
        clock += 1
        for other in neighbours[vertex]:
            if other == parent:
                continue
            if discovered[other] == -1:
                explore(other, vertex)
                if lowest[other] > discovered[vertex]:
                    bridges.append((vertex, other))
                lowest[vertex] = min(lowest[vertex], lowest[other])
            else:
                lowest[vertex] = min(lowest[vertex], discovered[other])

    for vertex in range(n):
        if discovered[vertex] < 0:
            explore(vertex, -1)
    return len(bridges)


n, _, *ends = map(int, sys.stdin.read().split())
print(count_bridges(n, [(a - 1, b - 1) for a, b in zip(ends[::2], ends[1::2])]))
