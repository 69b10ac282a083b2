import sys
from itertools import product
from math import prod


def prime_powers(n: int) -> list[list[int]]:
    """For every prime p of n the list 1, p, p^2, ... of its powers that divide n."""
    powers = []
    p = 2
    while p * p <= n:
        if n % p == 0:
            chain = [1]
            while n % p == 0:
                chain.append(chain[-1] * p)
                n //= p
            powers.append(chain)
        p += 1
    if n > 1:
        powers.append([1, n])
    return powers


def main() -> None:
    n = int(sys.stdin.readline())
    divisors = {prod(choice) for choice in product(*prime_powers(n))}
    print(len(divisors))


main()
