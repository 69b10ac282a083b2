import sys
from collections import defaultdict


class Incremental:
    """Odd primes one by one; `marks` tells which steps strike a number."""

    def __init__(self):
        self.marks = defaultdict(list)
        self.now = 1

    def __iter__(self):
        return self

    def __next__(self):
        while True:
            self.now += 2
            steps = self.marks.pop(self.now, [])
            for step in steps:
                self.marks[self.now + step].append(step)
            if not steps:
                self.marks[self.now ** 2].append(2 * self.now)
                return self.now


a, b = map(int, sys.stdin.read().split())
total = int(a <= 2 <= b)
for p in Incremental():
    if p > b:
        break
    if p >= a:
        total += 1
print(total)
