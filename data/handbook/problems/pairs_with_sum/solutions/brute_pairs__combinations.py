import sys
from itertools import combinations


def solve() -> None:
    """Count the pairs that add up to the target."""
    n, target, *numbers = map(int, sys.stdin.read().split())
    print(sum(1 for x, y in combinations(numbers, 2) if x + y == target))


if __name__ == "__main__":
    solve()
