import sys


class DSU:
    def __init__(self, items):
        self.parent = {item: item for item in items}
        self.size = dict.fromkeys(self.parent, 1)
        self.components = len(self.parent)

    def find(self, item):
        root = item
        while self.parent[root] != root:
            root = self.parent[root]
        while item != root:
            self.parent[item], item = root, self.parent[item]
        return root

    def union(self, x, y):
        x, y = self.find(x), self.find(y)
        if x == y:
            return
        if self.size[x] > self.size[y]:
            x, y = y, x
        self.parent[x] = y
        self.size[y] += self.size[x]
        self.components -= 1


def main():
    input_line = sys.stdin.readline
    n = int(input_line())
    row = list(map(int, input_line().split()))
    dsu = DSU(row)
    # the number that stands here and the number that belongs here
    for stands, belongs in zip(row, sorted(row)):
        dsu.union(stands, belongs)
    print(n - dsu.components)


if __name__ == "__main__":
    main()
