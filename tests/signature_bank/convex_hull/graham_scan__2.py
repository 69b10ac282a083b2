import sys
from functools import cmp_to_key


def cross(o, a, b):
    return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])


def graham(points):
    pivot = min(points, key=lambda point: (point[1], point[0]))

    def compare(a, b):
        turn = cross(pivot, a, b)
        if turn:
            return -1 if turn > 0 else 1
        da = abs(a[0] - pivot[0]) + abs(a[1] - pivot[1])
        db = abs(b[0] - pivot[0]) + abs(b[1] - pivot[1])
        return da - db

    others = sorted((point for point in points if point != pivot), key=cmp_to_key(compare))
    hull = [pivot]
    for point in others:
        while len(hull) >= 2 and cross(hull[-2], hull[-1], point) <= 0:
            hull.pop()
        hull.append(point)
    return hull


def main():
    numbers = list(map(int, sys.stdin.read().split()))
    hull = graham(list(zip(numbers[1::2], numbers[2::2])))
    area = 0
    for (ax, ay), (bx, by) in zip(hull, hull[1:] + [hull[0]]):
        area += ax * by - bx * ay
    print(len(hull), area // 2)


main()
