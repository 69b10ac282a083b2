import sys
from itertools import count
from math import isqrt


def splits(rest: int, parts: int, largest: int) -> bool:
    """Depth-first: squares of falling sides, at most `parts` of them, none above `largest`."""
    if rest == 0:
        return True
    if parts == 0 or parts * largest * largest < rest:
        return False
    for side in range(min(largest, isqrt(rest)), 0, -1):
        if splits(rest - side * side, parts - 1, side):
            return True
    return False


def main() -> None:
    n = int(sys.stdin.readline())
    print(next(parts for parts in count(1) if splits(n, parts, isqrt(n))))


main()
