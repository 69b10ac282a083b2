import sys


class UnionFind:
    def __init__(self, size: int) -> None:
        self.parent = list(range(size))
        self.rank = [0] * size

    def find(self, x: int) -> int:
        if self.parent[x] != x:
            self.parent[x] = self.find(self.parent[x])
        return self.parent[x]

    def union(self, x: int, y: int) -> None:
        rx, ry = self.find(x), self.find(y)
        if rx == ry:
            return
        if self.rank[rx] < self.rank[ry]:
            rx, ry = ry, rx
        self.parent[ry] = rx
        if self.rank[rx] == self.rank[ry]:
            self.rank[rx] += 1

    def same(self, x: int, y: int) -> bool:
        return self.find(x) == self.find(y)


def solve() -> str:
    n, m, *rest = map(int, sys.stdin.read().split())
    uf = UnionFind(2 * (n + 1))
    for a, b in zip(rest[::2], rest[1::2]):
        if uf.same(2 * a, 2 * b):
            return "NO"
        uf.union(2 * a, 2 * b + 1)
        uf.union(2 * a + 1, 2 * b)
    return "YES"


print(solve())
