import sys
from collections import Counter


class DisjointSet:
    def __init__(self, size: int) -> None:
        self.parent = list(range(size))
        self.rank = [0] * size

    def root(self, x: int) -> int:
        while x != self.parent[x]:
            self.parent[x] = self.parent[self.parent[x]]
            x = self.parent[x]
        return x

    def unite(self, x: int, y: int) -> None:
        x, y = self.root(x), self.root(y)
        if x == y:
            return
        if self.rank[x] < self.rank[y]:
            x, y = y, x
        self.parent[y] = x
        if self.rank[x] == self.rank[y]:
            self.rank[x] += 1


def main() -> None:
    n, _, *ends = map(int, sys.stdin.read().split())
    groups = DisjointSet(n)
    for a, b in zip(ends[::2], ends[1::2]):
        groups.unite(a - 1, b - 1)
    print(max(Counter(groups.root(v) for v in range(n)).values()))


main()
