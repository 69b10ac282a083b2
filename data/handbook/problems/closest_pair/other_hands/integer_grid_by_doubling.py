import math
import sys
from collections import defaultdict
from typing import NamedTuple


class Point(NamedTuple):
    x: int
    y: int


def lonely(points, bits):
    """No two points in one square with sides of 2 ** bits."""
    taken = set()
    for p in points:
        square = (p.x >> bits, p.y >> bits)
        if square in taken:
            return False
        taken.add(square)
    return True


def main():
    sys.stdin.readline()
    points = [Point(*(int(c) + 100000 for c in line.split())) for line in sys.stdin if line.strip()]
    bits = 0
    while lonely(points, bits):
        bits += 1
    if bits == 0:
        print(0.0)
        return
    squares = defaultdict(list)
    for p in points:
        squares[p.x >> bits, p.y >> bits].append(p)
    answer = math.inf
    # a pair at most sqrt(2) sides apart exists
    for (column, row), inside in squares.items():
        for k, p in enumerate(inside):
            for q in inside[:k]:
                answer = min(answer, math.dist(p, q))
        for c in range(column, column + 3):
            for r in range(row - 2, row + 3):
                if (c, r) <= (column, row) or (c, r) not in squares:
                    continue
                for q in squares[c, r]:
                    for p in inside:
                        answer = min(answer, math.dist(p, q))
    print(answer)


main()
