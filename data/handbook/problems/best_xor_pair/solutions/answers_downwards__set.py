import sys
from collections.abc import Iterable


def candidates(values: Iterable[int]) -> range:
    top = 1 << max(values).bit_length()
    return range(top - 1, -1, -1)


def possible(xor: int, values: set[int]) -> bool:
    return not values.isdisjoint(xor ^ v for v in values)


def solve(values: set[int]) -> int:
    # 0 is always possible, so there is a first one
    return next(c for c in candidates(values) if possible(c, values))


if __name__ == "__main__":
    print(solve(set(map(int, sys.stdin.read().split()[1:]))))
