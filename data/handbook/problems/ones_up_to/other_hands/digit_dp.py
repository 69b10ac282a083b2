import sys
from functools import cache


def solve(n):
    width = n.bit_length()

    @cache
    def walk(left, free):
        """(how many numbers, how many ones in them) for the lowest `left` bits"""
        if left == 0:
            return 1, 0
        bit = n >> (left - 1) & 1
        if not free and not bit:
            return walk(left - 1, False)
        c0, o0 = walk(left - 1, True)
        c1, o1 = walk(left - 1, free)
        return c0 + c1, o0 + o1 + c1

    return walk(width, False)[1]


print(solve(int(sys.stdin.readline())))
