import sys
from itertools import count
from typing import Tuple

Row = Tuple[int, ...]


def swapped(row: Row, i: int, j: int) -> Row:
    new = list(row)
    new[i], new[j] = row[j], row[i]
    return tuple(new)


def sortable(row: Row, target: Row, budget: int) -> bool:
    """Can the row be sorted with at most budget swaps?"""
    wrong = [i for i, (x, y) in enumerate(zip(row, target)) if x != y]
    if not wrong:
        return True
    if len(wrong) > 2 * budget:  # one swap mends two places at best
        return False
    first = wrong[0]
    return any(sortable(swapped(row, first, other), target, budget - 1) for other in wrong[1:])


def main() -> None:
    sys.stdin.readline()
    row = tuple(int(x) for x in sys.stdin.readline().split())
    target = tuple(sorted(row))
    print(next(swaps for swaps in count() if sortable(row, target, swaps)))


main()
