import sys
from collections import deque


class MinQueue:
    def __init__(self):
        self.d = deque()

    def push(self, x):
        while self.d and self.d[-1] > x:
            self.d.pop()
        self.d.append(x)

    def drop(self, x):
        if self.d[0] == x:
            self.d.popleft()

    def smallest(self):
        return self.d[0]


def solve(n, g, c):
    s = [0]
    for _ in range(2):
        for x, y in zip(g, c):
            s.append(s[-1] + x - y)
    w = MinQueue()
    for level in s[1 : n + 1]:
        w.push(level)
    for start in range(n):
        if w.smallest() >= s[start]:
            return start + 1
        w.push(s[start + n + 1])
        w.drop(s[start + 1])
    return -1


rd = sys.stdin.readline
print(solve(int(rd()), [int(v) for v in rd().split()], [int(v) for v in rd().split()]))
