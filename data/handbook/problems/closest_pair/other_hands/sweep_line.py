import bisect
import sys
from math import ceil, sqrt


class Sweep:
    """A line moves upwards; the strip below it is kept in order of x."""

    def __init__(self, points):
        self.queue = sorted(points, key=lambda p: (p[1], p[0]))
        self.strip = []
        self.low = 0
        self.best = 10**12

    def forget(self, y):
        while (y - self.queue[self.low][1]) ** 2 >= self.best and self.low < self.now:
            k = bisect.bisect_left(self.strip, self.queue[self.low])
            self.strip.pop(k)
            self.low += 1

    def run(self):
        for self.now, (x, y) in enumerate(self.queue):
            self.forget(y)
            reach = ceil(sqrt(self.best))
            a = bisect.bisect_left(self.strip, (x - reach,))
            b = bisect.bisect_left(self.strip, (x + reach + 1,))
            for u, v in self.strip[a:b]:
                self.best = min(self.best, (u - x) ** 2 + (v - y) ** 2)
            if self.best == 0:
                break
            bisect.insort(self.strip, (x, y))
        return sqrt(self.best)


numbers = list(map(int, sys.stdin.read().split()))
print(Sweep([(numbers[i], numbers[i + 1]) for i in range(1, 2 * numbers[0], 2)]).run())
