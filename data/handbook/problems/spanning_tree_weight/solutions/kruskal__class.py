import sys
from operator import itemgetter


class UnionFind:
    def __init__(self, size: int) -> None:
        self.root = list(range(size))
        self.rank = [0] * size
        self.components = size

    def find(self, x: int) -> int:
        if self.root[x] != x:
            self.root[x] = self.find(self.root[x])
        return self.root[x]

    def union(self, x: int, y: int) -> bool:
        x, y = self.find(x), self.find(y)
        if x == y:
            return False
        if self.rank[x] < self.rank[y]:
            x, y = y, x
        self.root[y] = x
        if self.rank[x] == self.rank[y]:
            self.rank[x] += 1
        self.components -= 1
        return True


def main() -> None:
    (n, _), *cables = [tuple(map(int, line.split())) for line in sys.stdin]
    houses = UnionFind(n)
    price = 0
    for a, b, c in sorted(cables, key=itemgetter(2)):
        if houses.union(a - 1, b - 1):
            price += c
    print(price if houses.components == 1 else -1)


if __name__ == "__main__":
    main()
