import sys
from collections import defaultdict


class DisjointSets:
    def __init__(self, size):
        self.parent = list(range(size))
        self.rank = [0] * size

    def find(self, x):
        if self.parent[x] != x:
            self.parent[x] = self.find(self.parent[x])
        return self.parent[x]

    def union(self, x, y):
        x, y = self.find(x), self.find(y)
        if x == y:
            return
        if self.rank[x] < self.rank[y]:
            x, y = y, x
        self.parent[y] = x
        if self.rank[x] == self.rank[y]:
            self.rank[x] += 1


def main():
    sys.setrecursionlimit(5000)
    lines = sys.stdin.readlines()
    n, q = map(int, lines[0].split())
    children = defaultdict(list)
    for child, parent in enumerate(lines[1].split(), start=1):
        children[int(parent) - 1].append(child)
    queries = [tuple(int(x) - 1 for x in line.split()) for line in lines[2 : q + 2]]
    partners = defaultdict(list)
    for u, v in queries:
        partners[u].append(v)
        partners[v].append(u)

    sets = DisjointSets(n)
    ancestor = list(range(n))
    finished = set()
    answers = {}

    def visit(u):
        for child in children[u]:
            visit(child)
            sets.union(u, child)
            ancestor[sets.find(u)] = u
        finished.add(u)
        for v in partners[u]:
            if v in finished:
                answers[u, v] = answers[v, u] = ancestor[sets.find(v)]

    visit(0)
    for query in queries:
        print(answers[query] + 1)


main()
