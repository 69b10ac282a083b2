import sys
from itertools import product, zip_longest

LETTERS = frozenset(str(number) for number in range(1, 26 + 1))


def pieces(digits, gaps):
    return "".join(digit + gap for digit, gap in zip_longest(digits, gaps, fillvalue="")).split()


def main():
    digits = sys.stdin.readline().strip()
    ways = 0
    # a blank or nothing in every gap
    for gaps in product(("", " "), repeat=len(digits) - 1):
        if LETTERS.issuperset(pieces(digits, gaps)):
            ways += 1
    print(ways)


if __name__ == "__main__":
    main()
