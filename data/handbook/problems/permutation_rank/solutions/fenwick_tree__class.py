import sys
from math import factorial


class FenwickTree:
    def __init__(self, size: int) -> None:
        self.size = size
        self.tree = [0] * (size + 1)

    def update(self, index: int, delta: int) -> None:
        while index <= self.size:
            self.tree[index] += delta
            index += index & (-index)

    def prefix_sum(self, index: int) -> int:
        total = 0
        while index:
            total += self.tree[index]
            index &= index - 1
        return total


def permutation_rank(values: list[int]) -> int:
    n = len(values)
    unused = FenwickTree(n)
    for value in range(1, n + 1):
        unused.update(value, 1)
    rank = 0
    for position, value in enumerate(values):
        unused.update(value, -1)
        rank += unused.prefix_sum(value) * factorial(n - position - 1)
    return rank + 1


def main() -> None:
    sys.stdin.readline()
    print(permutation_rank(list(map(int, sys.stdin.readline().split()))))


if __name__ == "__main__":
    main()
