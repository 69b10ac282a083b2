import sys
from collections import Counter
from math import prod


def factorisation(number: int) -> Counter:
    factors: Counter = Counter()
    divisor = 2
    while number > 1:
        if divisor * divisor > number:
            divisor = number
        while number % divisor == 0:
            factors[divisor] += 1
            number //= divisor
        divisor += 1
    return factors


def main() -> None:
    _, first, *others = map(int, sys.stdin.read().split())
    common = factorisation(first)
    for number in others:
        common &= factorisation(number)  # the smaller exponent of every prime
    print(prod(common.elements()))


main()
