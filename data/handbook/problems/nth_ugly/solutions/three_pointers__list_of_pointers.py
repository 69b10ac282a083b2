import sys

PRIMES = (2, 3, 5)


def ugly(n: int) -> int:
    """The n-th ugly number (n from 1)."""
    numbers = [1]
    pointers = [0 for _ in PRIMES]
    for _ in range(n - 1):
        candidates = [numbers[at] * prime for at, prime in zip(pointers, PRIMES)]
        smallest = min(candidates)
        numbers.append(smallest)
        pointers = [at + (value == smallest) for at, value in zip(pointers, candidates)]
    return numbers[-1]


print(ugly(int(sys.stdin.readline())))
