import sys
from dataclasses import dataclass
from functools import reduce
from typing import Iterator, List


@dataclass(frozen=True, order=True)
class Pt:
    x: int
    y: int

    def __sub__(self, other: "Pt") -> "Pt":
        return Pt(self.x - other.x, self.y - other.y)

    def norm(self) -> int:
        return self.x * self.x + self.y * self.y


def cross(u: Pt, v: Pt) -> int:
    return u.x * v.y - u.y * v.x


def wrap(points: List[Pt]) -> Iterator[Pt]:
    """Walk around the points clockwise, yielding each corner."""
    first = here = max(points)
    while True:
        yield here

        def further(best: Pt, p: Pt) -> Pt:
            u, v = best - here, p - here
            side = cross(u, v)
            if side > 0 or side == 0 and v.norm() > u.norm():
                return p
            return best

        here = reduce(further, points, here)
        if here == first:
            return


def main() -> None:
    sys.stdin.readline()
    points = []
    for line in sys.stdin:
        x, y = line.split()
        points.append(Pt(int(x), int(y)))
    print(sum(1 for _ in wrap(points)))


main()
