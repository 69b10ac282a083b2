import sys
from heapq import heappush, heappop


def shortest(n_rows, n_cols, cells):
    target = len(cells) - 1
    done = set()
    frontier = [(cells[0], 0)]
    while frontier:
        cost, v = heappop(frontier)
        if v == target:
            return cost
        if v in done:
            continue
        done.add(v)
        if v % n_cols != n_cols - 1 and v + 1 not in done:
            heappush(frontier, (cost + cells[v + 1], v + 1))
        if v + n_cols <= target and v + n_cols not in done:
            heappush(frontier, (cost + cells[v + n_cols], v + n_cols))
    raise ValueError("corner not reached")


R, C, *tolls = map(int, sys.stdin.read().split())
print(shortest(R, C, tolls))
