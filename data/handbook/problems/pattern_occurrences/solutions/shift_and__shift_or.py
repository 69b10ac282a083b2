import sys


class ShiftOr:
    """Baeza-Yates and Gonnet, with zeros for what matches."""

    def __init__(self, pattern: str) -> None:
        self.size = len(pattern)
        places: dict[str, list[str]] = {}
        for position, letter in enumerate(reversed(pattern)):
            places.setdefault(letter, ["1"] * self.size)[position] = "0"
        self.masks = {letter: int("".join(bits), 2) for letter, bits in places.items()}
        self.ones = (1 << self.size) - 1

    def count(self, text: str) -> int:
        found = 0
        state = self.ones
        top = 1 << (self.size - 1)
        for letter in text:
            state = (state << 1 | self.masks.get(letter, self.ones)) & self.ones
            if not state & top:
                found += 1
        return found


def main() -> None:
    text = sys.stdin.readline().strip()
    print(ShiftOr(sys.stdin.readline().strip()).count(text))


main()
