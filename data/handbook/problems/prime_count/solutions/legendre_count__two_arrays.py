import sys
from math import isqrt


def count_primes(n):
    """Lucy Hedgehog: small[v] for v, large[i] for n // i"""
    if n < 2:
        return 0
    root = isqrt(n)
    small = [v - 1 for v in range(root + 1)]
    large = [0] + [n // i - 1 for i in range(1, root + 1)]
    p = 2
    while p <= root:
        if small[p] > small[p - 1]:
            before = small[p - 1]
            square = p * p
            i = 1
            while i <= root and n // i >= square:
                if i * p <= root:
                    large[i] -= large[i * p] - before
                else:
                    large[i] -= small[n // (i * p)] - before
                i += 1
            for v in range(root, square - 1, -1):
                small[v] -= small[v // p] - before
        p += 1
    return large[1]


low, high = map(int, sys.stdin.read().split())
print(count_primes(high) - count_primes(low - 1))
