import sys
from itertools import count, islice


def strip(value: int, factor: int) -> int:
    while value % factor == 0:
        value //= factor
    return value


def is_ugly(value: int) -> bool:
    return strip(strip(strip(value, 2), 3), 5) == 1


def main() -> None:
    n = int(sys.stdin.readline())
    print(next(islice(filter(is_ugly, count(1)), n - 1, None)))


if __name__ == "__main__":
    main()
