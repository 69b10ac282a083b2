import sys


class Node:
    __slots__ = ("lo", "hi", "best", "left", "right")

    def __init__(self, lo, hi):
        self.lo, self.hi = lo, hi
        self.best = 0
        self.left = self.right = None
        if hi - lo > 1:
            mid = (lo + hi) // 2
            self.left = Node(lo, mid)
            self.right = Node(mid, hi)

    def raise_to(self, l, r, h):
        if r <= self.lo or self.hi <= l:
            return
        if l <= self.lo and self.hi <= r:
            if h > self.best:
                self.best = h
            return
        self.left.raise_to(l, r, h)
        self.right.raise_to(l, r, h)

    def leaves(self, above=0):
        height = max(above, self.best)
        if self.left is None:
            yield height
        else:
            yield from self.left.leaves(height)
            yield from self.right.leaves(height)


n, *rest = map(int, sys.stdin.read().split())
houses = list(zip(*[iter(rest)] * 3))
places = sorted({p for l, r, _ in houses for p in (l, r)})
number = {p: k for k, p in enumerate(places)}
root = Node(0, len(places))
for l, r, h in houses:
    root.raise_to(number[l], number[r], h)
out = []
for p, h in zip(places, root.leaves()):
    if (out[-1][1] if out else 0) != h:
        out.append((p, h))
for p, h in out:
    print(p, h)
