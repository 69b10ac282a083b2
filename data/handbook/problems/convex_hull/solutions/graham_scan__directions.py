import sys
from fractions import Fraction
from math import gcd, inf


def angle_key(direction):
    dx, dy = direction
    return Fraction(-dx, dy) if dy else -inf


def turns_left(a, b, c):
    return (b[0] - a[0]) * (c[1] - b[1]) > (b[1] - a[1]) * (c[0] - b[0])


def corners(points):
    px, py = min(points, key=lambda p: (p[1], p[0]))
    # seen from the pivot, only the farthest point of a direction matters
    farthest = {}
    for x, y in points:
        g = gcd(x - px, y - py)
        if g:
            direction = ((x - px) // g, (y - py) // g)
            farthest[direction] = max(g, farthest.get(direction, 0))
    stack = [(0, 0)]
    for direction in sorted(farthest, key=angle_key):
        g = farthest[direction]
        point = (direction[0] * g, direction[1] * g)
        while len(stack) >= 2 and not turns_left(stack[-2], stack[-1], point):
            stack.pop()
        stack.append(point)
    return stack


def main():
    n, *numbers = map(int, sys.stdin.read().split())
    points = [(numbers[2 * i], numbers[2 * i + 1]) for i in range(n)]
    print(len(corners(points)))


if __name__ == "__main__":
    main()
