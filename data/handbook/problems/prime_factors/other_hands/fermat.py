import sys
from itertools import count
from math import isqrt, sqrt, ceil


def is_square(v: int) -> bool:
    return isqrt(v) ** 2 == v


def odd_primes(n: int) -> list[int]:
    if n == 1:
        return []
    a = next(x for x in count(ceil(sqrt(n))) if x * x >= n and is_square(x * x - n))
    b = isqrt(a * a - n)
    if a - b == 1:
        return [n]
    return odd_primes(a - b) + odd_primes(a + b)


def main() -> None:
    for word in sys.stdin.read().split()[1:]:
        n = int(word)
        twos = (n & -n).bit_length() - 1
        print(*[2] * twos, *sorted(odd_primes(n >> twos)))


main()
