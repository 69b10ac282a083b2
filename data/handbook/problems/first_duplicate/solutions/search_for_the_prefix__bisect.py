import sys
from bisect import bisect_left


def solve() -> None:
    """Once a prefix has a duplicate, every longer one has: the shortest such prefix ends with the answer."""
    numbers = list(map(int, sys.stdin.read().split()))[1:]

    def repeats(length: int) -> bool:
        return len(set(numbers[:length])) != length

    shortest = bisect_left(range(len(numbers) + 1), True, key=repeats)
    print(-1 if shortest > len(numbers) else numbers[shortest - 1])


solve()
