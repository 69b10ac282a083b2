import sys
from math import sqrt

input = sys.stdin.readline


def build(points, axis):
    if len(points) <= 8:
        return points
    points.sort(key=lambda p: p[axis])
    mid = len(points) // 2
    return (points[mid][axis], build(points[:mid], 1 - axis), build(points[mid:], 1 - axis))


def nearest(node, axis, p, best):
    """squared distance from p to the nearest other point below the node, if less than best"""
    if isinstance(node, list):
        x, y, k = p
        for a, b, i in node:
            if i != k:
                d = (a - x) ** 2 + (b - y) ** 2
                if d < best:
                    best = d
        return best
    cut, low, high = node
    gap = p[axis] - cut
    if gap >= 0:
        low, high = high, low
    best = nearest(low, 1 - axis, p, best)
    if gap * gap < best:
        best = nearest(high, 1 - axis, p, best)
    return best


n = int(input())
points = [(*map(int, input().split()), i) for i in range(n)]
tree = build(points[:], 0)
best = 10**12
for p in points:
    best = nearest(tree, 0, p, best)
print(round(sqrt(best), 7))
