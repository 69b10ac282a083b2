import sys


def missing(numbers: list[int]) -> int:
    """The first position in sorted order that does not hold itself."""
    numbers.sort()
    i = 0
    while i < len(numbers) and numbers[i] == i:
        i += 1
    return i


if __name__ == "__main__":
    _, line = sys.stdin.read().strip().split("\n")
    print(missing(list(map(int, line.split()))))
