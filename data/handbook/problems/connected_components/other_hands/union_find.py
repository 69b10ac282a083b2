import sys


class Forest:
    def __init__(self, count):
        self.up = [None] * count
        self.rank = [0] * count
        self.trees = count

    def root(self, v):
        top = v
        while self.up[top] is not None:
            top = self.up[top]
        while v != top:
            self.up[v], v = top, self.up[v]
        return top

    def link(self, v, w):
        v = self.root(v)
        w = self.root(w)
        if v == w:
            return False
        if self.rank[v] > self.rank[w]:
            self.up[w] = v
        else:
            self.up[v] = w
            if self.rank[v] == self.rank[w]:
                self.rank[w] += 1
        self.trees -= 1
        return True


first, *others = sys.stdin
n, m = map(int, first.split())
forest = Forest(n)
for line in others:
    if line.strip():
        a, b = map(int, line.split())
        forest.link(a - 1, b - 1)
print(forest.trees)
