import sys
from typing import Dict, List, Optional


class Graph:
    def __init__(self, n: int) -> None:
        self.out: List[List[int]] = [[] for _ in range(n)]
        self.mark = ["white"] * n
        self.finished: List[int] = []

    def explore(self, v: int) -> bool:
        if self.mark[v] == "grey":
            return False
        if self.mark[v] == "white":
            self.mark[v] = "grey"
            for w in self.out[v]:
                if not self.explore(w):
                    return False
            self.mark[v] = "black"
            self.finished.append(v)
        return True

    def sort(self) -> Optional[List[int]]:
        for v in range(len(self.out)):
            if not self.explore(v):
                return None
        return self.finished


def main() -> None:
    n, m = map(int, sys.stdin.readline().split())
    g = Graph(n)
    for _ in range(m):
        a, b = map(int, sys.stdin.readline().split())
        g.out[a - 1].append(b - 1)
    order = g.sort()
    if order is None:
        print("-1")
        return
    # successors finish first
    chain: Dict[int, int] = {}
    for v in order:
        chain[v] = 1
        for w in g.out[v]:
            if chain[w] >= chain[v]:
                chain[v] = chain[w] + 1
    print(max(chain.values()))


main()
