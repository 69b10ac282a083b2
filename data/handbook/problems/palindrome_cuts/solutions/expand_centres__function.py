import sys
from typing import Iterator


def palindromes_around(text: str, left: int, right: int) -> Iterator[tuple[int, int]]:
    """Borders (first letter, one past the last) of the palindromes with this middle."""
    while 0 <= left and right < len(text) and text[left] == text[right]:
        yield left, right + 1
        left, right = left - 1, right + 1


def least_pieces(text: str) -> int:
    pieces = [*range(len(text) + 1)]
    for centre in range(len(text)):
        for width in (0, 1):
            for start, stop in palindromes_around(text, centre, centre + width):
                if pieces[start] + 1 < pieces[stop]:
                    pieces[stop] = pieces[start] + 1
    return pieces[-1]


if __name__ == "__main__":
    print(least_pieces(sys.stdin.read().strip()) - 1)
