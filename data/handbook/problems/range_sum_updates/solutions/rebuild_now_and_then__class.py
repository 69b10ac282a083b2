import sys
from itertools import accumulate


class Numbers:
    """Old prefix sums and the changes since they were made."""

    LIMIT = 120

    def __init__(self, values: list[int]) -> None:
        self.values = values
        self.rebuild()

    def rebuild(self) -> None:
        self.prefix = [0]
        self.prefix.extend(accumulate(self.values))
        self.changes: list[tuple[int, int]] = []

    def add(self, position: int, amount: int) -> None:
        self.values[position] += amount
        self.changes.append((position, amount))
        if len(self.changes) == self.LIMIT:
            self.rebuild()

    def sum(self, start: int, end: int) -> int:
        total = self.prefix[end] - self.prefix[start]
        for position, amount in self.changes:
            if start <= position < end:
                total += amount
        return total


def main() -> None:
    data = sys.stdin.read().split()
    n = int(data[0])
    numbers = Numbers(list(map(int, data[2 : n + 2])))
    commands = iter(data[n + 2 :])
    for command, x, y in zip(commands, commands, commands):
        if command == "+":
            numbers.add(int(x) - 1, int(y))
        else:
            print(numbers.sum(int(x) - 1, int(y)))


main()
