import sys
from itertools import product
from math import isqrt
from random import sample

NEAR = list(product(range(-1, 2), repeat=2))


def put(table, side, x, y):
    table.setdefault((x // side, y // side), []).append((x, y))


def least_square(pts):
    (ax, ay), (bx, by) = pts[:2]
    d2 = (ax - bx) ** 2 + (ay - by) ** 2
    table, side = {}, isqrt(d2) + 1
    for done, (x, y) in enumerate(pts):
        if d2 == 0:
            break
        if done > 1:
            smaller = d2
            cx, cy = x // side, y // side
            for ex, ey in NEAR:
                box = table.get((cx + ex, cy + ey))
                if box:
                    for u, v in box:
                        smaller = min(smaller, (u - x) ** 2 + (v - y) ** 2)
            if smaller < d2:
                d2 = smaller
                side = isqrt(d2) + 1
                table.clear()
                for u, v in pts[:done]:
                    put(table, side, u, v)
        put(table, side, x, y)
    return d2


def main():
    n = int(sys.stdin.readline())
    pts = [tuple(map(int, sys.stdin.readline().split())) for _ in range(n)]
    print(least_square(sample(pts, n)) ** 0.5)


main()
