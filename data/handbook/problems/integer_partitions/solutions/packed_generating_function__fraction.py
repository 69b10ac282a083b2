import sys

BITS = 24


def main() -> None:
    """With x = 1 / 2^BITS the series 1 / ((1 - x)(1 - x^2)...) has the counts for its digits."""
    n = int(sys.stdin.readline())
    denominator = 1
    for k in range(1, n + 1):
        denominator *= (1 << (BITS * k)) - 1
    exponent = n + n * (n + 1) // 2
    print((1 << (BITS * exponent)) // denominator % (1 << BITS))


main()
