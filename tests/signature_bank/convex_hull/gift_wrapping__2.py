import sys


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def orientation(a, b, c):
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)


def squared(a, b):
    return (a.x - b.x) ** 2 + (a.y - b.y) ** 2


def jarvis(points):
    first = 0
    for i in range(1, len(points)):
        if (points[i].x, points[i].y) < (points[first].x, points[first].y):
            first = i
    hull = []
    current = first
    while not hull or current != first:
        hull.append(points[current])
        best = (current + 1) % len(points)
        for i in range(len(points)):
            side = orientation(points[current], points[best], points[i])
            further = squared(points[current], points[i]) > squared(points[current], points[best])
            if side < 0 or (side == 0 and further):
                best = i
        current = best
    return hull


lines = sys.stdin.read().splitlines()
hull = jarvis([Point(*map(int, line.split())) for line in lines[1:]])
twice = 0
for i, a in enumerate(hull):
    b = hull[i - len(hull) + 1]
    twice += a.x * b.y - b.x * a.y
print(len(hull), twice // 2)
