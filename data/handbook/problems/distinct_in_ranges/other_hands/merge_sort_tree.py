import sys
from bisect import bisect_right
from heapq import merge


class Tree:
    def __init__(self, xs):
        self.lo, self.hi = 0, len(xs)
        self.root = self.make(xs, 0, len(xs))

    def make(self, xs, lo, hi):
        if hi - lo == 1:
            return [xs[lo]], None, None
        mid = lo + hi >> 1
        left, right = self.make(xs, lo, mid), self.make(xs, mid, hi)
        return list(merge(left[0], right[0])), left, right

    def count_above(self, l, r, bound):
        """Numbers > bound in xs[l:r]."""
        total = 0
        todo = [(self.root, self.lo, self.hi)]
        while todo:
            (items, left, right), lo, hi = todo.pop()
            if l <= lo and hi <= r:
                total += len(items) - bisect_right(items, bound)
                continue
            mid = lo + hi >> 1
            if l < mid:
                todo.append((left, lo, mid))
            if mid < r:
                todo.append((right, mid, hi))
        return total


tokens = iter(sys.stdin.read().split())
n, q = int(next(tokens)), int(next(tokens))
a = [next(tokens) for _ in range(n)]
nxt = [n + 1] * n
where = {}
for i in reversed(range(n)):
    nxt[i] = where.get(a[i], n + 1)
    where[a[i]] = i
tree = Tree(nxt)
for l, r in zip(tokens, tokens):
    l, r = int(l) - 1, int(r)
    print(tree.count_above(l, r, r - 1))
