import sys
from itertools import accumulate
from operator import or_
from typing import Iterator


def is_match(pattern: str, word: str) -> bool:
    row = [True] + [False] * len(word)
    for symbol in pattern:
        if symbol == "*":
            row = list(accumulate(row, or_))
        else:
            row = [False] + [before and symbol in ("?", letter) for before, letter in zip(row, word)]
    return row[-1]


def answers(pattern: str, words: list[str]) -> Iterator[str]:
    for word in words:
        yield "YES" if is_match(pattern, word) else "NO"


if __name__ == "__main__":
    pattern, _, *words = sys.stdin.read().split()
    print(*answers(pattern, words), sep="\n")
