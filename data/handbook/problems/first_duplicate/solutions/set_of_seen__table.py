import sys


def first_duplicate(numbers: list[int]) -> int:
    """Values lie between 1 and len(numbers), so a table of marks is enough."""
    marked = [False] * (len(numbers) + 1)
    for number in numbers:
        if marked[number]:
            return number
        marked[number] = True
    return -1


def main() -> None:
    data = sys.stdin.read().split()
    print(first_duplicate([int(token) for token in data[1:]]))


if __name__ == "__main__":
    main()
