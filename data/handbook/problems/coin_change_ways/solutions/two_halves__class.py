import sys
from typing import List


class Purse:
    """The number of ways for every amount up to a limit."""

    def __init__(self, limit: int) -> None:
        self.ways: List[int] = [1] + [0] * limit

    def put(self, coin: int) -> None:
        for amount in range(coin, len(self.ways)):
            self.ways[amount] += self.ways[amount - coin]

    def together(self, other: "Purse") -> int:
        return sum(a * b for a, b in zip(self.ways, reversed(other.ways)))


n, s, *values = [int(x) for x in sys.stdin.read().split()]
first, second = Purse(s), Purse(s)
for value in values[: n // 2]:
    first.put(value)
for value in values[n // 2 :]:
    second.put(value)
print(first.together(second) % (10**9 + 7))
