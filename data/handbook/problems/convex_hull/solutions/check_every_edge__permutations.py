import sys
from itertools import permutations
from typing import Iterable, NamedTuple


class Point(NamedTuple):
    x: int
    y: int


def side(a: Point, b: Point, c: Point) -> int:
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)


def between(a: Point, b: Point, c: Point) -> bool:
    return (a.x - c.x) * (b.x - c.x) + (a.y - c.y) * (b.y - c.y) <= 0


def is_edge(a: Point, b: Point, points: Iterable[Point]) -> bool:
    """Whether no point lies to the right of a -> b, nor outside the segment on its line."""
    for c in points:
        where = side(a, b, c)
        if where < 0 or (where == 0 and not between(a, b, c)):
            return False
    return True


def main() -> None:
    rows = sys.stdin.read().splitlines()[1:]
    points = sorted(set(Point(*map(int, row.split())) for row in rows))
    if len(points) == 1:
        print(1)
        return
    # every corner begins exactly one edge
    print(sum(is_edge(a, b, points) for a, b in permutations(points, 2)))


if __name__ == "__main__":
    main()
