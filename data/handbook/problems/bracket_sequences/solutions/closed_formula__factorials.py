import sys


def factorial(k: int) -> int:
    result = 1
    for i in range(2, k + 1):
        result *= i
    return result


def catalan(n: int) -> int:
    """(2n)! / (n! (n + 1)!)"""
    return factorial(2 * n) // factorial(n) // factorial(n + 1)


def main() -> None:
    n, m = map(int, sys.stdin.readline().split())
    print(catalan(n) % m)


if __name__ == "__main__":
    main()
