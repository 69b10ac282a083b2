import sys
from typing import Iterable


def absent(limit: int, present: Iterable[int]) -> int:
    missing = set(range(limit + 1))
    for value in present:
        missing.discard(value)
    (answer,) = missing
    return answer


def main() -> None:
    limit = int(sys.stdin.readline())
    print(absent(limit, map(int, sys.stdin.readline().split())))


main()
