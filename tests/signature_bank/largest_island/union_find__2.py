import sys
from collections import Counter


class DSU:
    def __init__(self):
        self.parent = {}

    def add(self, x):
        self.parent.setdefault(x, x)

    def find(self, x):
        if self.parent[x] != x:
            self.parent[x] = self.find(self.parent[x])
        return self.parent[x]

    def join(self, a, b):
        self.parent[self.find(a)] = self.find(b)


rows = sys.stdin.read().split("\n")[1:]
dsu = DSU()
for r, row in enumerate(rows):
    for c, ch in enumerate(row):
        if ch == "#":
            dsu.add((r, c))
            if (r - 1, c) in dsu.parent:
                dsu.join((r, c), (r - 1, c))
            if (r, c - 1) in dsu.parent:
                dsu.join((r, c), (r, c - 1))
sizes = Counter(dsu.find(cell) for cell in dsu.parent)
print(max(sizes.values()) if sizes else 0)
