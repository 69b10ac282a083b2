# points one by one into a grid of cells as wide as the best distance; build it anew when that shrinks
import random
import sys


def main():
    n, *c = map(int, sys.stdin.read().split())
    points = list(zip(c[::2], c[1::2]))
    if len(set(points)) < n:
        print(0.0)
        return
    random.Random(1).shuffle(points)

    def distance(p, q):
        return ((p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2) ** 0.5

    def cell(p):
        return int(p[0] // best), int(p[1] // best)

    best = distance(points[0], points[1])
    grid = {cell(points[0]): [points[0]]}
    grid.setdefault(cell(points[1]), []).append(points[1])
    for i in range(2, n):
        p = points[i]
        a, b = cell(p)
        near = best
        for u in (a - 1, a, a + 1):
            for v in (b - 1, b, b + 1):
                for q in grid.get((u, v), ()):
                    near = min(near, distance(p, q))
        if near < best:
            best = near
            grid = {}
            for q in points[: i + 1]:
                grid.setdefault(cell(q), []).append(q)
        else:
            grid.setdefault((a, b), []).append(p)
    print(f"{best:.8f}")


main()
