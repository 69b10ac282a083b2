import sys
from itertools import compress, count


def primes_below(limit):
    crossed = {0, 1}
    flags = [n not in crossed for n in range(limit)]
    for p in count(2):
        if p * p >= limit:
            break
        if not flags[p]:
            continue
        for multiple in range(2 * p, limit, p):
            flags[multiple] = False
    return compress(range(limit), flags)


lo, hi = map(int, sys.stdin.read().split())
print(len([p for p in primes_below(hi + 1) if p >= lo]))
