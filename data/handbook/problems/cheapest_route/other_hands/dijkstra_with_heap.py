import sys
from heapq import heappush, heappop
from typing import NamedTuple


class Road(NamedTuple):
    to: int
    toll: int


class Graph:
    def __init__(self, size: int):
        self.size = size
        self.out: list[list[Road]] = [[] for _ in range(size)]

    def connect(self, u: int, v: int, toll: int) -> None:
        self.out[u].append(Road(v, toll))

    def shortest(self, s: int) -> list:
        best: list = [None] * self.size
        pq = []
        heappush(pq, (0, s))
        while pq:
            so_far, u = heappop(pq)
            if best[u] is not None:
                continue
            best[u] = so_far
            for road in self.out[u]:
                if best[road.to] is None:
                    heappush(pq, (so_far + road.toll, road.to))
        return best


def main() -> None:
    n, m = map(int, sys.stdin.readline().split())
    graph = Graph(n)
    for _ in range(m):
        u, v, toll = map(int, sys.stdin.readline().split())
        graph.connect(u - 1, v - 1, toll)
    res = graph.shortest(0)[n - 1]
    print(-1 if res is None else res)


main()
