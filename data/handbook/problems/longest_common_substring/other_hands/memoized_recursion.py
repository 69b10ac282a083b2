import sys
from functools import cache


class Matcher:
    def __init__(self, left, right):
        self.left = left
        self.right = right
        self.run = cache(self._run)

    def _run(self, i, j):
        if min(i, j) < 0:
            return 0
        if self.left[i] == self.right[j]:
            return self.run(i - 1, j - 1) + 1
        return 0

    def best(self):
        top = 0
        for i in range(len(self.left)):
            for j in range(len(self.right)):
                top = max(top, self.run(i, j))
        return top


sys.setrecursionlimit(3000)
lines = sys.stdin.read().split()
print(Matcher(*lines).best())
