import math
import sys


class Record:
    """Temperatures cut into pieces of about sqrt(n) days; the minimum of each piece is known."""

    def __init__(self, days: list[int]) -> None:
        self.days = days
        self.size = math.isqrt(len(days)) + 1
        self.piece = {}
        for day, value in enumerate(days):
            number = day // self.size
            self.piece[number] = min(value, self.piece.get(number, value))

    def coldest(self, first: int, last: int) -> int:
        head, tail = first // self.size, last // self.size
        if head == tail:
            return min(self.days[first : last + 1])
        candidates = self.days[first : (head + 1) * self.size]
        candidates += self.days[tail * self.size : last + 1]
        candidates += [self.piece[number] for number in range(head + 1, tail)]
        return min(candidates)


def main() -> None:
    lines = sys.stdin.read().splitlines()
    questions = int(lines[0].split()[1])
    record = Record(list(map(int, lines[1].split())))
    for line in lines[2 : 2 + questions]:
        first, last = map(int, line.split())
        print(record.coldest(first - 1, last - 1))


if __name__ == "__main__":
    main()
