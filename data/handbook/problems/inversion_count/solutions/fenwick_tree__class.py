import sys
from bisect import bisect_left


class BinaryIndexedTree:
    """Prefix sums under point updates, positions from 1."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.data = [0] * (size + 1)

    def add(self, position: int, amount: int = 1) -> None:
        while position <= self.size:
            self.data[position] += amount
            position += position & -position

    def prefix(self, position: int) -> int:
        total = 0
        while position > 0:
            total += self.data[position]
            position &= position - 1
        return total


def main() -> None:
    _, *numbers = map(int, sys.stdin.buffer.read().split())
    distinct = sorted(set(numbers))
    tree = BinaryIndexedTree(len(distinct))
    inversions = 0
    for number in reversed(numbers):
        rank = bisect_left(distinct, number) + 1
        inversions += tree.prefix(rank - 1)
        tree.add(rank)
    print(inversions)


if __name__ == "__main__":
    main()
