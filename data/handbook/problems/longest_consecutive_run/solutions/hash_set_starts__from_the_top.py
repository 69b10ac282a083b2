import sys
from itertools import count, takewhile


def run_down(top: int, present: dict[int, bool]) -> int:
    """Length of the run whose greatest member is top."""
    return sum(1 for _ in takewhile(present.__contains__, count(top, -1)))


def longest(numbers: list[int]) -> int:
    present = dict.fromkeys(numbers, True)
    tops = (x for x in present if (x + 1) not in present)
    return max(run_down(top, present) for top in tops)


def main():
    sys.stdin.readline()
    print(longest([int(word) for word in sys.stdin.readline().split()]))


main()
