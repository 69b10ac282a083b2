import sys


def prime_factors(n: int) -> list[int]:
    factors = []
    d = 2
    while d * d <= n:
        while n % d == 0:
            factors.append(d)
            n //= d
        d += 1
    if n > 1:
        factors.append(n)
    return factors


def repeats(text: str, length: int) -> bool:
    return text[:length] * (len(text) // length) == text


def main() -> None:
    text = sys.stdin.read().split()[0]
    length = len(text)
    for prime in prime_factors(len(text)):
        if repeats(text, length // prime):
            length //= prime
    print(length)


if __name__ == "__main__":
    main()
