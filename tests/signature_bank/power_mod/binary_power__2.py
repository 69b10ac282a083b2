import sys


def power(base: int, exponent: int, modulus: int) -> int:
    result = 1 % modulus
    while exponent > 0:
        exponent, odd = divmod(exponent, 2)
        if odd:
            result = (result * base) % modulus
        base = (base * base) % modulus
    return result


def main():
    print(power(*map(int, sys.stdin.read().split())))


main()
