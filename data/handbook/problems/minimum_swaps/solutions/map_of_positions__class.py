import sys
from typing import Dict, List


class Row:
    """A row of numbers that knows where each of them stands."""

    def __init__(self, numbers: List[int]) -> None:
        self.numbers = numbers
        self.where: Dict[int, int] = dict(zip(numbers, range(len(numbers))))
        self.swaps = 0

    def fetch(self, number: int, to: int) -> None:
        source = self.where[number]
        if source == to:
            return
        displaced = self.numbers[to]
        self.numbers[source], self.where[displaced] = displaced, source
        self.numbers[to], self.where[number] = number, to
        self.swaps += 1


def main() -> None:
    tokens = map(int, open(0).read().split())
    next(tokens)
    row = Row([*tokens])
    for place, number in enumerate(sorted(row.numbers)):
        row.fetch(number, place)
    sys.stdout.write(f"{row.swaps}\n")


main()
