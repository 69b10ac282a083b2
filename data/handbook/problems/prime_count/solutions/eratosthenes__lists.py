import sys


def sieve(limit: int) -> list[bool]:
    """is_prime[k] for every k up to the limit."""
    is_prime = [True] * (limit + 1)
    is_prime[0] = False
    if limit >= 1:
        is_prime[1] = False
    for candidate in range(2, int(limit**0.5) + 1):
        if not is_prime[candidate]:
            continue
        for multiple in range(candidate * candidate, limit + 1, candidate):
            is_prime[multiple] = False
    return is_prime


def main() -> None:
    a, b = (int(x) for x in sys.stdin.readline().split())
    is_prime = sieve(b)
    print(sum(1 for k in range(a, b + 1) if is_prime[k]))


if __name__ == "__main__":
    main()
