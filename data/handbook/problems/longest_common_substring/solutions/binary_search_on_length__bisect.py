import sys
from bisect import bisect_left


def pieces(word: str, length: int) -> frozenset[str]:
    return frozenset(word[start : start + length] for start in range(len(word) - length + 1))


def nothing_shared(length: int) -> bool:
    return pieces(ONE, length).isdisjoint(pieces(TWO, length))


ONE, TWO = sys.stdin.read().splitlines()[:2]
lengths = range(1, min(len(ONE), len(TWO)) + 1)
# lengths that are shared come first, so count them
print(bisect_left(lengths, True, key=nothing_shared))
