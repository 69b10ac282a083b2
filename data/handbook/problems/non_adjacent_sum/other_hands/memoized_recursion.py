import sys
from typing import Dict, List


class Street:
    def __init__(self, worths: List[int]) -> None:
        self.worths = worths
        self.cache: Dict[int, int] = {}

    def best_from(self, i: int) -> int:
        if i in self.cache:
            return self.cache[i]
        if i >= len(self.worths):
            best = 0
        else:
            best = self.best_from(i + 1)
            with_this = self.best_from(i + 2) + self.worths[i]
            if with_this > best:
                best = with_this
        self.cache[i] = best
        return best


if __name__ == "__main__":
    numbers = [int(t) for t in sys.stdin.read().split()]
    print(Street(numbers[1:]).best_from(0))
