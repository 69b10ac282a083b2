import sys
from typing import Iterator, Set, Tuple

Point = Tuple[int, int]
Edge = Tuple[Point, Point]


def orient(edge: Edge, p: Point) -> int:
    (ax, ay), (bx, by) = edge
    return (bx - ax) * (p[1] - ay) - (by - ay) * (p[0] - ax)


class ConvexHull:
    """Directed edges with the inside to the left; a segment has an edge each way."""

    def __init__(self, first: Point) -> None:
        self.first = first
        self.edges: Set[Edge] = set()

    def add(self, p: Point) -> None:
        if not self.edges:
            if p != self.first:
                self.edges = {(self.first, p), (p, self.first)}
            return
        sides = {edge: orient(edge, p) for edge in self.edges}
        if not any(sides.values()):
            ends = [p] + [edge[0] for edge in self.edges]
            low, high = min(ends), max(ends)
            self.edges = {(low, high), (high, low)}
            return
        if all(side >= 0 for side in sides.values()):
            return
        seen = {edge for edge, side in sides.items() if side <= 0}
        starts = {a for a, _ in seen}
        ends_of_seen = {b for _, b in seen}
        (a,) = starts - ends_of_seen
        (b,) = ends_of_seen - starts
        self.edges -= seen
        self.edges |= {(a, p), (p, b)}

    def corners(self) -> int:
        return len(self.edges) or 1


def read_points() -> Iterator[Point]:
    n = int(sys.stdin.readline())
    for _ in range(n):
        x, y = sys.stdin.readline().split()
        yield int(x), int(y)


def main() -> None:
    points = read_points()
    hull = ConvexHull(next(points))
    for p in points:
        hull.add(p)
    print(hull.corners())


main()
