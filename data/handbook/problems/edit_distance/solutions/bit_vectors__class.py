import sys
from collections import defaultdict


class MyersMatcher:
    """Distance to one word, a column of the table at a time, as vertical differences in two bit vectors."""

    def __init__(self, pattern: str) -> None:
        self.size = len(pattern)
        self.full = (1 << self.size) - 1
        self.positions: defaultdict[str, int] = defaultdict(int)
        for index, letter in enumerate(pattern):
            self.positions[letter] |= 1 << index

    def distance(self, text: str) -> int:
        if self.size == 0:
            return len(text)
        plus, minus = self.full, 0
        score = self.size
        last = 1 << (self.size - 1)
        for letter in text:
            match = self.positions[letter]
            diagonal = (((match & plus) + plus) ^ plus) | match | minus
            up = minus | (self.full & ~(diagonal | plus))
            down = plus & diagonal
            score += bool(up & last)
            score -= bool(down & last)
            up = (up << 1) | 1
            down <<= 1
            plus = (down | ~(diagonal | up)) & self.full
            minus = up & diagonal & self.full
        return score


def main() -> None:
    lines = sys.stdin.read().split("\n")
    print(MyersMatcher(lines[0]).distance(lines[1]))


if __name__ == "__main__":
    main()
