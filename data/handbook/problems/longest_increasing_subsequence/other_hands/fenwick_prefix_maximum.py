import sys
from bisect import bisect_right


def solve(seq):
    # walk from the right; a larger number gets a smaller slot
    levels = sorted({-x for x in seq})
    size = len(levels)
    bit = [0] * size

    def upto(k):
        got = 0
        while k >= 0:
            if bit[k] > got:
                got = bit[k]
            k = (k & (k + 1)) - 1
        return got

    def put(k, value):
        while k < size:
            if value > bit[k]:
                bit[k] = value
            k |= k + 1

    best = 0
    for x in reversed(seq):
        slot = bisect_right(levels, -x) - 1
        length = 1 + upto(slot - 1)
        put(slot, length)
        best = max(best, length)
    return best


print(solve(list(map(int, sys.stdin.read().split()))[1:]))
