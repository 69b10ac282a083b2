import sys

input = sys.stdin.readline


def catalan_numbers(limit: int, modulus: int) -> list[int]:
    """C(0), ..., C(limit) modulo the modulus; each is the convolution of all before it with themselves."""
    numbers = [1 % modulus]
    while len(numbers) <= limit:
        convolution = sum(a * b for a, b in zip(numbers, reversed(numbers)))
        numbers.append(convolution % modulus)
    return numbers


n, m = map(int, input().split())
print(catalan_numbers(n, m)[-1])
