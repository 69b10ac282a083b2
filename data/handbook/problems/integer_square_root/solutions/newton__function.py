import sys


def isqrt(n: int) -> int:
    """Heron's rule with integers; the guesses fall until they are right."""
    if n == 0:
        return 0
    guess = 1 << ((n.bit_length() + 1) // 2)
    while True:
        better = (guess + n // guess) >> 1
        if better >= guess:
            return guess
        guess = better


def main() -> None:
    print(isqrt(int(sys.stdin.read())))


if __name__ == "__main__":
    main()
