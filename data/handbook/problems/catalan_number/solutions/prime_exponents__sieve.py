import sys
from typing import List


def primes_up_to(limit: int) -> List[int]:
    composite = bytearray(limit + 1)
    primes = []
    for number in range(2, limit + 1):
        if composite[number]:
            continue
        primes.append(number)
        for multiple in range(number * number, limit + 1, number):
            composite[multiple] = 1
    return primes


def exponent(prime: int, n: int) -> int:
    """How often the prime divides the n-th number: one term for each of its powers."""
    total = 0
    power = prime
    while power <= 2 * n:
        total += 2 * n // power - n // power - (n + 1) // power
        power *= prime
    return total


def main() -> None:
    n, m = map(int, sys.stdin.read().split())
    result = 1
    for prime in primes_up_to(2 * n):
        for _ in range(exponent(prime, n)):
            result = result * prime % m
    print(result % m)


if __name__ == "__main__":
    main()
