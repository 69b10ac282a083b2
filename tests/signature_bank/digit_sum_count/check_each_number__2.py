import sys


def digit_sum(x: int) -> int:
    total = 0
    while x:
        x, digit = divmod(x, 10)
        total += digit
    return total


def main():
    limit, target = (int(t) for t in sys.stdin.read().split())
    print(sum(1 for x in range(limit + 1) if digit_sum(x) == target))


if __name__ == "__main__":
    main()
