import sys


def euclid(a: int, b: int) -> int:
    """Greatest common divisor of two numbers."""
    if b == 0:
        return a
    return euclid(b, a % b)


def main() -> None:
    n = int(sys.stdin.readline())
    numbers = [int(t) for t in sys.stdin.readline().split()]
    answer = numbers[0]
    for i in range(1, n):
        answer = euclid(answer, numbers[i])
        if answer == 1:
            break
    print(answer)


if __name__ == "__main__":
    main()
