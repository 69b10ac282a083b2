# houses rise from the highest to the lowest; neighbours that both stand form one block
import sys
from itertools import groupby


class Blocks:
    def __init__(self, n):
        self.parent = [None] * n
        self.width = [1] * n

    def root(self, x):
        if self.parent[x] == x:
            return x
        self.parent[x] = self.root(self.parent[x])
        return self.parent[x]

    def raise_house(self, x):
        self.parent[x] = x
        for neighbour in (x - 1, x + 1):
            if 0 <= neighbour < len(self.parent) and self.parent[neighbour] is not None:
                self.join(x, neighbour)
        return self.root(x)

    def join(self, a, b):
        a, b = self.root(a), self.root(b)
        if a == b:
            return
        if self.width[a] < self.width[b]:
            a, b = b, a
        self.parent[b] = a
        self.width[a] += self.width[b]


def main():
    n, *h = map(int, sys.stdin.read().split())
    blocks = Blocks(n)
    best = 0
    order = sorted(range(n), key=h.__getitem__, reverse=True)
    for height, group in groupby(order, key=h.__getitem__):
        for house in group:
            root = blocks.raise_house(house)
            best = max(best, height * blocks.width[root])
    print(best)


main()
