import sys
from collections import Counter

sys.setrecursionlimit(10000)


class DisjointSets:
    def __init__(self) -> None:
        self.parent: dict[int, int] = {}

    def __contains__(self, item: int) -> bool:
        return item in self.parent

    def add(self, item: int) -> None:
        self.parent[item] = item

    def root(self, item: int) -> int:
        if self.parent[item] != item:
            self.parent[item] = self.root(self.parent[item])
        return self.parent[item]

    def unite(self, one: int, other: int) -> None:
        self.parent[self.root(one)] = self.root(other)


def main() -> None:
    sets = DisjointSets()
    tokens = sys.stdin.read().split()
    for value in map(int, tokens[1:]):
        if value in sets:
            continue
        sets.add(value)
        for neighbour in (value - 1, value + 1):
            if neighbour in sets:
                sets.unite(value, neighbour)
    sizes = Counter(sets.root(value) for value in sets.parent)
    print(sizes.most_common(1)[0][1])


main()
