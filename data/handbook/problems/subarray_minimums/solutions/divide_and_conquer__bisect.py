import sys
from bisect import bisect_right
from itertools import accumulate


def crossing(first: list[int], second: list[int]) -> int:
    """Sum over the subarrays that begin in the first half and end in the second."""
    ends = list(accumulate(second, min))[::-1]  # rising
    sums = [0, *accumulate(ends)]
    result = 0
    for low in accumulate(reversed(first), min):
        smaller = bisect_right(ends, low)
        result += sums[smaller] + low * (len(ends) - smaller)
    return result


def total(values: list[int]) -> int:
    if len(values) < 2:
        return sum(values)
    half = len(values) // 2
    first, second = values[:half], values[half:]
    return total(first) + total(second) + crossing(first, second)


def main() -> None:
    sys.stdin.readline()
    print(total([int(t) for t in sys.stdin.readline().split()]))


if __name__ == "__main__":
    main()
