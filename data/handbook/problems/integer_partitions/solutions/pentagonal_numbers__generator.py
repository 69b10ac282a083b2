# Euler: p(m) = p(m - 1) + p(m - 2) - p(m - 5) - p(m - 7) + ...
import sys
from itertools import count
from typing import Iterator


def pentagonal() -> Iterator[tuple[int, int]]:
    """The generalised pentagonal numbers with their signs."""
    for k in count(1):
        sign = 1 if k & 1 else -1
        yield k * (3 * k - 1) // 2, sign
        yield k * (3 * k + 1) // 2, sign


class Partitions:
    def __init__(self) -> None:
        self.known = {0: 1}

    def __call__(self, m: int) -> int:
        for size in range(len(self.known), m + 1):
            total = 0
            for g, sign in pentagonal():
                if g > size:
                    break
                total += sign * self.known[size - g]
            self.known[size] = total
        return self.known[m]


print(Partitions()(int(sys.stdin.readline())))
