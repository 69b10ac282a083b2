import sys
from collections import defaultdict


class Runs:
    def __init__(self, row, goal):
        self.row = row
        self.goal = goal

    def crossing(self, lo, mid, hi):
        heads = defaultdict(int)
        total = 0
        for value in self.row[mid + 1:hi + 1]:
            total += value
            heads[total] += 1
        found, total, at = 0, 0, mid
        while at >= lo:
            total += self.row[at]
            found += heads[self.goal - total] if self.goal - total in heads else 0
            at -= 1
        return found

    def inside(self, lo, hi):
        """Runs within row[lo..hi], both ends included."""
        if lo == hi:
            return int(self.row[lo] == self.goal)
        mid = (lo + hi) >> 1
        return self.inside(lo, mid) + self.crossing(lo, mid, hi) + self.inside(mid + 1, hi)


size, goal = map(int, sys.stdin.readline().split())
print(Runs(list(map(int, sys.stdin.readline().split())), goal).inside(0, size - 1))
