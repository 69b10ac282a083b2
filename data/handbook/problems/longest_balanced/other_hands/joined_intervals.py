import sys
from collections import deque


class Pieces:
    def __init__(self, s):
        self.s = s
        self.right = [-1] * (len(s) + 1)
        self.left = [-1] * (len(s) + 1)

    def store(self, a, b):
        self.right[a], self.left[b] = b, a

    def drop(self, a, b):
        self.right[a] = self.left[b] = -1

    def grow(self, a, b):
        """one step: a neighbour on either side is swallowed or a pair put around; None if stuck"""
        s = self.s
        if self.left[a] >= 0:
            c = self.left[a]
            self.drop(c, a)
            return c, b
        if self.right[b] >= 0:
            c = self.right[b]
            self.drop(b, c)
            return a, c
        if 0 < a and b < len(s) and s[a - 1] + s[b] == "()":
            return a - 1, b + 1
        return None

    def longest(self):
        queue = deque()
        at = self.s.find("()")
        while at != -1:
            self.store(at, at + 2)
            queue.append((at, at + 2))
            at = self.s.find("()", at + 2)
        best = 0
        while queue:
            a, b = queue.popleft()
            if self.right[a] != b:
                continue
            best = max(best, b - a)
            self.drop(a, b)
            bigger = self.grow(a, b)
            if bigger:
                self.store(*bigger)
                queue.append(bigger)
            else:
                self.store(a, b)
        return best


print(Pieces(sys.stdin.read().strip()).longest())
