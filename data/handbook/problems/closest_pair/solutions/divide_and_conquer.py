import sys
from math import sqrt


def closest(points):
    """smallest squared distance in points sorted by x, and the points sorted by y"""
    n = len(points)
    if n <= 3:
        best = min(
            ((points[i][0] - points[j][0]) ** 2 + (points[i][1] - points[j][1]) ** 2 for i in range(n) for j in range(i)),
            default=10**12,
        )
        return best, sorted(points, key=lambda p: p[1])
    mid = n // 2
    line = points[mid][0]
    d1, left = closest(points[:mid])
    d2, right = closest(points[mid:])
    best = min(d1, d2)
    merged = sorted(left + right, key=lambda p: p[1])
    strip = []
    for x, y in merged:
        if (x - line) ** 2 >= best:
            continue
        for u, v in reversed(strip):
            if (y - v) ** 2 >= best:
                break
            best = min(best, (x - u) ** 2 + (y - v) ** 2)
        strip.append((x, y))
    return best, merged


def main():
    it = map(int, sys.stdin.buffer.read().split())
    next(it)
    print("%.9f" % sqrt(closest(sorted(zip(it, it)))[0]))


main()
