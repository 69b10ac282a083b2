import sys


class UnionFind:
    def __init__(self, size: int) -> None:
        self.boss = list(range(size))

    def find(self, x: int) -> int:
        if self.boss[x] != x:
            self.boss[x] = self.find(self.boss[x])
        return self.boss[x]

    def union(self, x: int, y: int) -> None:
        self.boss[self.find(x)] = self.find(y)

    def same(self, x: int, y: int) -> bool:
        return self.find(x) == self.find(y)


def main() -> None:
    n, m, source, sink, *flat = map(int, sys.stdin.read().split())
    edges = sorted(zip(flat[::3], flat[1::3], flat[2::3]), key=lambda edge: -edge[2])
    groups = UnionFind(n + 1)
    for a, b, capacity in edges:
        groups.union(a, b)
        if groups.same(source, sink):
            print(capacity)
            return
    print(0)


main()
