import sys


class Node:
    __slots__ = "lo", "hi", "top", "left", "right"

    def __init__(self, lo, hi):
        self.lo, self.hi, self.top = lo, hi, 0
        if lo == hi:
            self.left = self.right = None
        else:
            mid = (lo + hi) // 2
            self.left, self.right = Node(lo, mid), Node(mid + 1, hi)

    def below(self, key):
        """Best length whose last number has a rank under key."""
        if self.lo >= key:
            return 0
        if self.hi < key:
            return self.top
        return max(self.left.below(key), self.right.below(key))

    def put(self, key, length):
        self.top = max(self.top, length)
        if self.left is not None:
            child = self.left if key <= self.left.hi else self.right
            child.put(key, length)


numbers = list(map(int, sys.stdin.read().split()))[1:]
distinct = sorted(set(numbers))
rank = dict(zip(distinct, range(len(distinct))))
root = Node(0, len(distinct) - 1)
for x in numbers:
    r = rank[x]
    root.put(r, root.below(r) + 1)
print(root.top)
