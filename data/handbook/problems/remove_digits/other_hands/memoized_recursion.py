import sys
from functools import cache


def solve(digits: tuple, k: int) -> int:
    n = len(digits)

    @cache
    def least(start: int, keep: int) -> int:
        if not keep:
            return 0
        taken = digits[start] * 10 ** (keep - 1) + least(start + 1, keep - 1)
        if n - start == keep:
            return taken
        return min(taken, least(start + 1, keep))

    return least(0, n - k)


a, b = sys.stdin.readline().split()
print(solve(tuple(map(int, a)), int(b)))
