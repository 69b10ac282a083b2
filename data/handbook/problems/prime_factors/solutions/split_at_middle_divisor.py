from math import isqrt


def factor(n):
    # largest divisor not above the root, then both halves again
    for d in range(isqrt(n), 1, -1):
        if n % d == 0:
            return factor(d) + factor(n // d)
    return [n]


t = int(input())
for _ in range(t):
    n = int(input())
    print(*sorted(factor(n)))
