import sys


class DisjointSet:
    def __init__(self, n):
        self.parent = [-1] * n  # minus the size at a root

    def find(self, x):
        if self.parent[x] < 0:
            return x
        self.parent[x] = self.find(self.parent[x])
        return self.parent[x]

    def union(self, x, y):
        x, y = self.find(x), self.find(y)
        if x == y:
            return
        if self.parent[x] > self.parent[y]:
            x, y = y, x
        self.parent[x] += self.parent[y]
        self.parent[y] = x


def solve():
    lines = sys.stdin.read().splitlines()
    n, m = map(int, lines[0].split())
    sets = DisjointSet(n)
    for line in lines[1 : m + 1]:
        a, b = line.split()
        sets.union(int(a) - 1, int(b) - 1)
    print(len([v for v in range(n) if sets.parent[v] < 0]))


solve()
