import sys
from typing import Iterator, List, NamedTuple, Tuple


class Building(NamedTuple):
    left: int
    right: int
    height: int

    def covers(self, x: int) -> bool:
        return self.left <= x and x < self.right


def height_at(x: int, town: List[Building]) -> int:
    return max((house.height for house in town if house.covers(x)), default=0)


def changes(town: List[Building]) -> Iterator[Tuple[int, int]]:
    edges = sorted({house.left for house in town} | {house.right for house in town})
    heights = [height_at(x, town) for x in edges]
    for x, before, now in zip(edges, [0] + heights, heights):
        if before != now:
            yield x, now


if __name__ == "__main__":
    sys.stdin.readline()
    town = [Building(*map(int, line.split())) for line in sys.stdin]
    print("\n".join(f"{x} {y}" for x, y in changes(town)))
