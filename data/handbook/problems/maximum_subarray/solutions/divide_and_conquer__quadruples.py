import sys
from typing import NamedTuple


class Part(NamedTuple):
    total: int
    prefix: int
    suffix: int
    best: int


def conquer(numbers: list[int], start: int, end: int) -> Part:
    """Sum, best prefix, best suffix and best block of numbers[start:end]."""
    if end - start == 1:
        x = numbers[start]
        return Part(x, x, x, x)
    middle = (start + end) // 2
    left = conquer(numbers, start, middle)
    right = conquer(numbers, middle, end)
    return Part(
        total=left.total + right.total,
        prefix=max(left.prefix, left.total + right.prefix),
        suffix=max(right.suffix, left.suffix + right.total),
        best=max(left.best, right.best, left.suffix + right.prefix),
    )


def main() -> None:
    _, *numbers = map(int, sys.stdin.buffer.read().split())
    print(conquer(numbers, 0, len(numbers)).best)


main()
