import sys
from typing import Dict, Tuple


class Dice:
    def __init__(self, sides: int) -> None:
        self.sides = sides
        self.known: Dict[Tuple[int, int], int] = {}

    def ways(self, count: int, total: int) -> int:
        """Number of throws of `count` dice with sum `total`."""
        if total < count or total > count * self.sides:
            return 0
        if count == 0:
            return 1
        key = (count, total)
        if key not in self.known:
            answer = 0
            face = 1
            while face <= self.sides:
                answer += self.ways(count - 1, total - face)
                face += 1
            self.known[key] = answer
        return self.known[key]


def main() -> None:
    count, sides, total = map(int, sys.stdin.read().split())
    sys.stdout.write(str(Dice(sides).ways(count, total)) + "\n")


main()
