# halves by x; the strip is sorted by y anew at every level
import math
import sys


def main() -> None:
    data = list(map(int, sys.stdin.buffer.read().split()))
    points = sorted((data[i], data[i + 1]) for i in range(1, len(data), 2))

    def solve(lo: int, hi: int) -> float:
        """Smallest distance among points[lo:hi]."""
        best = math.inf
        if hi - lo <= 5:
            for i in range(lo, hi):
                for j in range(i + 1, hi):
                    best = min(best, math.dist(points[i], points[j]))
            return best
        mid = (lo + hi) >> 1
        middle = points[mid][0]
        best = min(solve(lo, mid), solve(mid, hi))
        strip = [p for p in points[lo:hi] if abs(p[0] - middle) < best]
        strip.sort(key=lambda p: p[1])
        for i, (x, y) in enumerate(strip):
            j = i + 1
            while j < len(strip) and strip[j][1] - y < best:
                d = math.hypot(strip[j][0] - x, strip[j][1] - y)
                if d < best:
                    best = d
                j += 1
        return best

    print(f"{solve(0, len(points)):.9f}")


main()
