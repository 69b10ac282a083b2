import sys
from math import sqrt

from sortedcontainers import SortedList


def closest_squared(points: list[tuple[int, int]]) -> int:
    """Sweeps over x and keeps the points within the best distance in order of y."""
    points.sort()
    best = 1 << 60
    active: SortedList = SortedList()
    oldest = 0
    for x, y in points:
        reach = int(sqrt(best)) + 1
        while (x - points[oldest][0]) ** 2 > best:
            old_x, old_y = points[oldest]
            active.remove((old_y, old_x))
            oldest += 1
        for v, u in active.irange((y - reach, -(10**10)), (y + reach, 10**10)):
            distance = (x - u) ** 2 + (y - v) ** 2
            if distance < best:
                best = distance
        active.add((y, x))
    return best


if __name__ == "__main__":
    tokens = iter(map(int, sys.stdin.read().split()))
    count = next(tokens)
    print(sqrt(closest_squared([(next(tokens), next(tokens)) for _ in range(count)])))
