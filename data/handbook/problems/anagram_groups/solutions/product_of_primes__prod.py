# different multisets of letters have different products
import string
import sys
from math import prod


def first_primes(count: int) -> list[int]:
    primes: list[int] = []
    candidate = 2
    while len(primes) < count:
        if all(candidate % p for p in primes):
            primes.append(candidate)
        candidate += 1
    return primes


prime_of = dict(zip(string.ascii_lowercase, first_primes(26)))
_, *words = sys.stdin.read().split()
print(len(set(prod(map(prime_of.__getitem__, word)) for word in words)))
