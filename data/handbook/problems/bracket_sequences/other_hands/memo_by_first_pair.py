import sys
from typing import List, Optional


class Solver:
    def __init__(self, largest: int, mod: int):
        self.mod = mod
        self.seen: List[Optional[int]] = [None] * (largest + 1)
        self.seen[0] = 1 % mod

    def __call__(self, pairs: int) -> int:
        if self.seen[pairs] is None:
            answer = 0
            # the first bracket closes at position 2 * mate - 1
            for mate in range(1, pairs + 1):
                answer = (answer + self(mate - 1) * self(pairs - mate)) % self.mod
            self.seen[pairs] = answer
        return self.seen[pairs]


size, modulo = map(int, sys.stdin.read().split())
print(Solver(size, modulo)(size))
