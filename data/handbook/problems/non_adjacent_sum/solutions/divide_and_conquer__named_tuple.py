import sys
from typing import NamedTuple


class Part(NamedTuple):
    """Best sums of a stretch of houses: both ends free to use, or one or both barred."""

    free: int
    no_first: int
    no_last: int
    neither: int


def join(left: Part, right: Part) -> Part:
    return Part(
        free=max(left.no_last + right.free, left.free + right.no_first),
        no_first=max(left.neither + right.free, left.no_first + right.no_first),
        no_last=max(left.no_last + right.no_last, left.free + right.neither),
        neither=max(left.neither + right.no_last, left.no_first + right.neither),
    )


def best(worths: list[int]) -> Part:
    if len(worths) == 1:
        return Part(max(worths[0], 0), 0, 0, 0)
    half = len(worths) // 2
    return join(best(worths[:half]), best(worths[half:]))


def main() -> None:
    input()
    worths = list(map(int, input().split()))
    print(best(worths).free)


if __name__ == "__main__":
    main()
