import sys
from functools import cmp_to_key
from itertools import accumulate

MOD = (1 << 89) - 1
BASE = 0x9E3779B97F4A7C15F39


def main():
    word = sys.stdin.read().strip()
    n = len(word)
    ring = word * 2
    powers = list(accumulate([BASE] * (2 * n), lambda x, y: x * y % MOD, initial=1))
    # sums of letter * BASE^position
    sums = list(accumulate((ord(c) * q for c, q in zip(ring, powers)), lambda x, y: (x + y) % MOD, initial=0))

    def agree(i, j, size):
        one = (sums[i + size] - sums[i]) * powers[j]
        two = (sums[j + size] - sums[j]) * powers[i]
        return (one - two) % MOD == 0

    def compare(i, j):
        good, bad = 0, n + 1
        while bad - good > 1:
            size = (good + bad) >> 1
            if agree(i, j, size):
                good = size
            else:
                bad = size
        if good == n:
            return 0
        return -1 if ring[i + good] < ring[j + good] else 1

    first = min(range(n), key=cmp_to_key(compare))
    print(ring[first:first + n])


main()
