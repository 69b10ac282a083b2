import sys


def prime_factors(number: int):
    while number % 2 == 0:
        yield 2
        number //= 2
    divisor = 3
    while divisor * divisor <= number:
        if number % divisor:
            divisor += 2
        else:
            yield divisor
            number //= divisor
    if number > 1:
        yield number


def main():
    for token in sys.stdin.read().split()[1:]:
        print(" ".join(map(str, prime_factors(int(token)))))


main()
