import sys
from typing import Dict, Tuple

sys.setrecursionlimit(5000)
left_word = sys.stdin.readline().rstrip()
right_word = sys.stdin.readline().rstrip()
cache: Dict[Tuple[int, int], int] = {}


def share(i: int, j: int) -> int:
    """Best length for the first i and the first j letters."""
    if not i or not j:
        return 0
    if (i, j) in cache:
        return cache[i, j]
    best = share(i - 1, j)
    best = max(best, share(i, j - 1))
    if left_word[i - 1] == right_word[j - 1]:
        best = max(best, share(i - 1, j - 1) + 1)
    cache[i, j] = best
    return best


print(share(len(left_word), len(right_word)))
