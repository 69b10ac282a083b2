import sys


def ones(x: int) -> int:
    count = 0
    while x > 0:
        count += x % 2
        x //= 2
    return count


def main() -> None:
    n = int(sys.stdin.readline())
    total = 0
    for x in range(1, n + 1):
        total += ones(x)
    print(total)


main()
