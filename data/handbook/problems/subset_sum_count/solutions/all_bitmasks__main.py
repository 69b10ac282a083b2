import sys


def main() -> None:
    _, target, *weights = map(int, sys.stdin.read().split())
    n = len(weights)
    subset = 2**n - 1
    count = 0
    while subset >= 0:
        total = sum(weights[i] for i in range(n) if subset & (1 << i))
        if total == target:
            count += 1
        subset -= 1
    print(count)


if __name__ == "__main__":
    main()
