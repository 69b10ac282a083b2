# 2 on its own, then odd numbers only
import sys


def exponent_of(prime: int, number: int) -> tuple[int, int]:
    """How often the prime divides the number, and what is left of the number."""
    count = 0
    while number % prime == 0:
        number //= prime
        count += 1
    return count, number


def solve() -> int:
    n = int(sys.stdin.read().strip())
    exponent, n = exponent_of(2, n)
    result = exponent + 1
    for odd in range(3, int(n**0.5) + 2, 2):
        if n == 1:
            break
        exponent, n = exponent_of(odd, n)
        result *= exponent + 1
    return result * 2 if n > 1 else result


print(solve())
