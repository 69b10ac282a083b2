import sys
from typing import List

NO_WAY = 0


def closure(size: int, dist: List[List[int]]) -> None:
    for mid in range(1, size + 1):
        row = dist[mid]
        for src in range(1, size + 1):
            head = dist[src][mid]
            if head == NO_WAY:
                continue
            for dst in range(1, size + 1):
                if row[dst] != NO_WAY:
                    dist[src][dst] = max(dist[src][dst], min(size, head + row[dst]))


def main() -> None:
    size, arcs = map(int, sys.stdin.readline().split())
    dist = [[NO_WAY] * (size + 1) for _ in range(size + 1)]
    while arcs:
        u, v = map(int, sys.stdin.readline().split())
        dist[u][v] = 1
        arcs -= 1
    closure(size, dist)
    for v in range(1, size + 1):
        if dist[v][v] != NO_WAY:
            print(-1)
            break
    else:
        print(1 + max(max(row) for row in dist))


main()
