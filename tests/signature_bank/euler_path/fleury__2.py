import sys
from collections import defaultdict


class Fleury:
    def __init__(self, edges):
        self.near = defaultdict(set)
        for a, b in edges:
            self.add(a, b)

    def add(self, a, b):
        self.near[a].add(b)
        self.near[b].add(a)

    def cut(self, a, b):
        self.near[a].remove(b)
        self.near[b].remove(a)

    def count(self, vertex, seen):
        seen.add(vertex)
        for other in self.near[vertex]:
            if other not in seen:
                self.count(other, seen)
        return len(seen)

    def safe(self, a, b):
        if len(self.near[a]) == 1:
            return True
        whole = self.count(a, set())
        self.cut(a, b)
        rest = self.count(a, set())
        self.add(a, b)
        return rest == whole

    def path(self):
        here = min((v for v in self.near if len(self.near[v]) & 1), default=1)
        yield here
        while self.near[here]:
            there = next(v for v in sorted(self.near[here]) if self.safe(here, v))
            self.cut(here, there)
            here = there
            yield here


rows = [tuple(map(int, line.split())) for line in sys.stdin]
print(*Fleury(rows[1:]).path())
