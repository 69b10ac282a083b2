import sys
from operator import itemgetter


def main():
    data = sys.stdin.buffer.read().split()
    xy = sorted(zip(map(int, data[1::2]), map(int, data[2::2])))
    # (x, y, place in the order by x)
    by_x = [(x, y, k) for k, (x, y) in enumerate(xy)]

    def rec(first, last, by_y):
        """Least squared distance in by_x[first..last]; by_y holds the same points by height."""
        size = last - first + 1
        if size == 1:
            return float("inf")
        if size == 2:
            p, q = by_y
            return (p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2
        half = (first + last) // 2
        low_half = [p for p in by_y if p[2] <= half]
        high_half = [p for p in by_y if p[2] > half]
        d = min(rec(first, half, low_half), rec(half + 1, last, high_half))
        wall = by_x[half][0]
        band = [p for p in by_y if (p[0] - wall) ** 2 < d]
        for k, p in enumerate(band):
            for q in band[k + 1 : k + 8]:
                e = (p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2
                if e < d:
                    d = e
        return d

    print("%.7f" % rec(0, len(by_x) - 1, sorted(by_x, key=itemgetter(1))) ** 0.5)


main()
