import math
import sys
from collections import defaultdict
from random import Random


class Grid:
    """Square cells as wide as the smallest distance found so far."""

    def __init__(self, width, points):
        self.width = width
        self.cells = defaultdict(list)
        for p in points:
            self.add(p)

    def key(self, p):
        return math.floor(p[0] / self.width), math.floor(p[1] / self.width)

    def add(self, p):
        self.cells[self.key(p)].append(p)

    def nearest(self, p):
        column, row = self.key(p)
        best = self.width
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                key = (column + dx, row + dy)
                if key in self.cells:
                    for q in self.cells[key]:
                        best = min(best, math.dist(p, q))
        return best


def smallest_distance(points):
    if len(set(points)) != len(points):
        return 0.0
    Random(7).shuffle(points)
    grid = Grid(math.dist(points[0], points[1]), points[:2])
    for count, p in enumerate(points):
        if count < 2:
            continue
        distance = grid.nearest(p)
        if distance < grid.width:
            grid = Grid(distance, points[:count])
        grid.add(p)
    return grid.width


def main():
    n = int(sys.stdin.readline())
    print(smallest_distance([tuple(map(int, line.split())) for line in sys.stdin.readlines()[:n]]))


if __name__ == "__main__":
    main()
