import sys


class Node:
    __slots__ = ("lo", "hi", "best", "left", "right")

    def __init__(self, lo, hi, data):
        self.lo, self.hi = lo, hi
        self.left = self.right = None
        if lo == hi:
            self.best = data[lo]
        else:
            mid = (lo + hi) >> 1
            self.left = Node(lo, mid, data)
            self.right = Node(mid + 1, hi, data)
            self.best = max(self.left.best, self.right.best)

    def seek(self, begin, limit):
        """First value above the limit among positions begin.., or None."""
        if self.hi < begin or self.best <= limit:
            return None
        if self.left is None:
            return self.best
        got = self.left.seek(begin, limit)
        if got is None:
            got = self.right.seek(begin, limit)
        return got


def main():
    n, *nums = map(int, sys.stdin.read().split())
    root = Node(0, n - 1, nums)
    result = []
    for pos, value in enumerate(nums):
        got = root.seek(pos + 1, value)
        result.append(-1 if got is None else got)
    print(*result)


main()
