import sys

input = sys.stdin.readline


def main() -> None:
    _ = input()
    numbers: list[int] = [int(token) for token in input().split()]
    numbers.sort()
    sys.stdout.write(" ".join(str(number) for number in numbers) + "\n")


if __name__ == "__main__":
    main()
