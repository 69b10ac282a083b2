import sys


def factorial(k: int) -> int:
    product = 1
    for factor in range(2, k + 1):
        product *= factor
    return product


def search_trees(keys: int) -> int:
    # (2n)! / (n! (n + 1)!)
    numerator = factorial(2 * keys)
    denominator = factorial(keys) * factorial(keys + 1)
    return numerator // denominator


def main() -> None:
    keys, modulus = [int(token) for token in sys.stdin.read().split()]
    sys.stdout.write(str(search_trees(keys) % modulus) + "\n")


main()
