import sys


class DisjointSets:
    def __init__(self, items):
        self.parent = {item: item for item in items}
        self.size = {item: 1 for item in items}
        self.count = len(self.parent)

    def find(self, item):
        if self.parent[item] != item:
            self.parent[item] = self.find(self.parent[item])
        return self.parent[item]

    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b:
            return
        if self.size[a] < self.size[b]:
            a, b = b, a
        self.parent[b] = a
        self.size[a] += self.size[b]
        self.count -= 1


def main():
    input = sys.stdin.readline
    rows, _ = map(int, input().split())
    land = []
    for y in range(rows):
        for x, square in enumerate(input().strip()):
            if square == "#":
                land.append((y, x))
    islands = DisjointSets(land)
    for y, x in land:
        for neighbour in ((y + 1, x), (y, x + 1)):
            if neighbour in islands.parent:
                islands.union((y, x), neighbour)
    print(islands.count)


if __name__ == "__main__":
    main()
