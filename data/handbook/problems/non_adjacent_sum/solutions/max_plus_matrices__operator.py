import sys
from dataclasses import dataclass
from functools import reduce
from operator import matmul

NOTHING = float("-inf")


@dataclass(frozen=True)
class MaxPlus:
    rows: tuple

    def __matmul__(self, other):
        columns = tuple(zip(*other.rows))
        return MaxPlus(tuple(tuple(max(x + y for x, y in zip(row, column)) for column in columns) for row in self.rows))


def step(worth):
    """State 0: the house is left, state 1: it is taken."""
    return MaxPlus(((0, worth), (0, NOTHING)))


def main():
    _, *worths = map(int, sys.stdin.read().split())
    whole = reduce(matmul, map(step, worths))
    print(max(whole.rows[0]))


if __name__ == "__main__":
    main()
