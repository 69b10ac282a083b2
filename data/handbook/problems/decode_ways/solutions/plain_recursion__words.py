import sys
from string import ascii_uppercase


def words(digits, at=0, prefix=""):
    """All words, letter by letter."""
    if at == len(digits):
        yield prefix
    for width in 1, 2:
        piece = digits[at : at + width]
        if len(piece) == width and piece[0] != "0" and int(piece) <= len(ascii_uppercase):
            yield from words(digits, at + width, prefix + ascii_uppercase[int(piece) - 1])


def main():
    digits = sys.stdin.readline().strip()
    total = 0
    for _ in words(digits):
        total += 1
    sys.stdout.write("%d\n" % total)


main()
