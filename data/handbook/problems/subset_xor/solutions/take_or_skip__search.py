import sys
from typing import List


class Search:
    """Decides number after number, from the last one to the first, and notes the best total."""

    def __init__(self, numbers: List[int]) -> None:
        self.numbers = numbers
        self.current = 0
        self.best = 0

    def decide(self, left: int) -> None:
        if left == 0:
            if self.current > self.best:
                self.best = self.current
            return
        number = self.numbers[left - 1]
        self.current ^= number
        self.decide(left - 1)
        self.current ^= number  # take it back
        self.decide(left - 1)


def main() -> None:
    sys.stdin.readline()
    numbers = [int(word) for word in sys.stdin.readline().split()]
    search = Search(numbers)
    search.decide(len(numbers))
    print(search.best)


if __name__ == "__main__":
    main()
