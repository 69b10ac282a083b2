import sys
from itertools import chain, count
from typing import Iterator


def prime_factors(n: int) -> Iterator[int]:
    """Yield the primes of n in ascending order, with multiplicity."""
    for p in chain([2], count(3, 2)):
        if p * p > n:
            break
        while True:
            quotient, remainder = divmod(n, p)
            if remainder:
                break
            yield p
            n = quotient
    if n != 1:
        yield n


def main() -> None:
    sys.stdin.readline()
    for line in sys.stdin:
        print(" ".join(map(str, prime_factors(int(line)))))


if __name__ == "__main__":
    main()
