import sys
from fractions import Fraction


class Polygon:
    def __init__(self, corners):
        self.edges = list(zip(corners, corners[1:] + corners[:1]))
        self.xs = [x for x, _ in corners]
        self.ys = [y for _, y in corners]

    def contains(self, x, y):
        crossings = 0
        for (ax, ay), (bx, by) in self.edges:
            if (bx - ax) * (y - ay) == (by - ay) * (x - ax) and (x - ax) * (x - bx) <= 0 and (y - ay) * (y - by) <= 0:
                return False
            if min(ay, by) <= y < max(ay, by):
                crossings += ax + Fraction((y - ay) * (bx - ax), by - ay) > x
        return crossings % 2 == 1

    def count(self):
        return sum(
            self.contains(x, y)
            for x in range(min(self.xs), max(self.xs) + 1)
            for y in range(min(self.ys), max(self.ys) + 1)
        )


lines = sys.stdin.read().splitlines()
print(Polygon([tuple(map(int, line.split())) for line in lines[1:]]).count())
