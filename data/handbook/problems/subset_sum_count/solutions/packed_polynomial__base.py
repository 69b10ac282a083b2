import sys
from math import prod

BITS = 20


def main():
    """Substitutes a power of two for x in the generating function and reads off one coefficient."""
    numbers = [int(token) for token in sys.stdin.read().split()]
    s = numbers[1]
    x = 2**BITS
    value = prod(1 + x**weight for weight in numbers[2:])
    print(value // x**s % x)


main()
