import sys
from collections import Counter
from itertools import accumulate


def count(values: list[int], target: int) -> int:
    """Runs in the first half, in the second half, and those across the middle."""
    if not values:
        return 0
    if len(values) == 1:
        return int(values[0] == target)
    half = len(values) // 2
    first, second = values[:half], values[half:]
    tails = Counter(accumulate(reversed(first)))
    across = sum(tails[target - head] for head in accumulate(second))
    return count(first, target) + count(second, target) + across


def main() -> None:
    _, target = map(int, sys.stdin.readline().split())
    print(count(list(map(int, sys.stdin.readline().split())), target))


if __name__ == "__main__":
    main()
