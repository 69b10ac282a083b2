import sys
from math import gcd


def twice_area(sides):
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in sides))


def on_boundary(sides):
    return sum(gcd(bx - ax, by - ay) for (ax, ay), (bx, by) in sides)


def main():
    numbers = list(map(int, sys.stdin.read().split()))[1:]
    corners = list(zip(numbers[::2], numbers[1::2]))
    sides = list(zip(corners, corners[1:] + corners[:1]))
    print((twice_area(sides) - on_boundary(sides)) // 2 + 1)


main()
