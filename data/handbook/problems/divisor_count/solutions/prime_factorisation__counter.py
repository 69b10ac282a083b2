import sys
from collections import Counter
from math import prod


def prime_factors(n):
    factor = 2
    while n > 1:
        if factor * factor > n:
            yield n
            return
        if n % factor:
            factor += 1
        else:
            yield factor
            n //= factor


def main():
    exponents = Counter(prime_factors(int(sys.stdin.readline())))
    print(prod(exponent + 1 for exponent in exponents.values()))


main()
