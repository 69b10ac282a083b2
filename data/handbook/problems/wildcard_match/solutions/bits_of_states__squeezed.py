import sys


class Matcher:
    """Shift-and over the symbols that are no stars; a star lets its state stay."""

    def __init__(self, pattern: str):
        symbols = pattern.replace("*", "")
        self.last = 1 << len(symbols)
        self.stay = 0
        self.step = {}
        position = 0
        for symbol in pattern:
            if symbol == "*":
                self.stay |= 1 << position
            else:
                position += 1
        for letter in map(chr, range(ord("a"), ord("z") + 1)):
            self.step[letter] = sum(1 << k for k, symbol in enumerate(symbols) if symbol in (letter, "?"))

    def __call__(self, word: str) -> bool:
        state = 1
        for letter in word:
            state = ((state & self.step[letter]) << 1) | (state & self.stay)
            if not state:
                return False
        return bool(state & self.last)


def main():
    pattern, _, *words = sys.stdin.read().split()
    matcher = Matcher(pattern)
    for word in words:
        print("YES" if matcher(word) else "NO")


main()
