import sys
from math import isqrt


def small_primes(limit):
    found = []
    for k in range(2, limit + 1):
        if all(k % p for p in found):
            found.append(k)
    return found


class PrimeCounter:
    def __init__(self, top: int) -> None:
        self.primes = small_primes(isqrt(top) + 1)

    def upto(self, n: int) -> int:
        """Lucy's sieve over the values n // k."""
        if n < 2:
            return 0
        keys = []
        k = 1
        while k <= n:
            v = n // k
            keys.append(v)
            k = n // v + 1
        left = {v: v - 1 for v in keys}
        for index, p in enumerate(self.primes):
            square = p * p
            if square > n:
                break
            for v in keys:
                if v < square:
                    break
                # numbers whose least factor is p
                left[v] -= left[v // p] - index
        return left[n]


def main() -> None:
    a, b = map(int, sys.stdin.readline().split())
    counter = PrimeCounter(b)
    print(counter.upto(b) - counter.upto(a - 1))


main()
