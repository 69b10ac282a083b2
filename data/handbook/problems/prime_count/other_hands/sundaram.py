import sys


def sundaram(limit):
    """Set of the primes up to limit."""
    if limit < 2:
        return set()
    half = (limit - 1) // 2
    gone = bytearray(half + 1)
    for j in range(1, half + 1):
        step = 2 * j + 1
        at = j + j + 2 * j * j
        if at > half:
            break
        while at <= half:
            gone[at] = 1
            at += step
    return {2} | {2 * k + 1 for k in range(1, half + 1) if gone[k] == 0}


a, b = map(int, sys.stdin.readline().split())
print(sum(p >= a for p in sundaram(b)))
