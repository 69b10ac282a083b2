import sys


def orientation(a, b, c):
    value = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    return (value > 0) - (value < 0)


class Solver:
    def __init__(self, points, sign):
        self.points = points
        self.sign = sign  # +1: the lower boundary, -1: the upper one

    def boundary(self, lo, hi):
        if hi - lo == 1:
            return [self.points[lo]]
        mid = (lo + hi) >> 1
        return self.merge(self.boundary(lo, mid), self.boundary(mid, hi))

    def merge(self, left, right):
        for i, a in enumerate(left):
            for j in range(len(right) - 1, -1, -1):
                if self.supports(a, right[j], left) and self.supports(a, right[j], right):
                    return left[: i + 1] + right[j:]
        raise AssertionError("two hulls without a common tangent")

    def supports(self, a, b, chain):
        for c in chain:
            if orientation(a, b, c) * self.sign < 0:
                return False
        return True


def main():
    count = int(sys.stdin.readline())
    points = set()
    for _ in range(count):
        x, y = sys.stdin.readline().split()
        points.add((int(x), int(y)))
    ordered = sorted(points)
    corners = set()
    for sign in (1, -1):
        corners.update(Solver(ordered, sign).boundary(0, len(ordered)))
    print(len(corners))


if __name__ == "__main__":
    main()
