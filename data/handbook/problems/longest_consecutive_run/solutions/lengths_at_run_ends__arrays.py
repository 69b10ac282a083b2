import sys

OFFSET = 501
SIZE = 1003


def add(value: int, length: list[int]) -> int:
    """Join value to the runs that end left and begin right of it; only the ends of a run keep a valid length."""
    i = value + OFFSET
    if length[i] > 0:
        return 0
    left_end = i - length[i - 1]
    right_end = i + length[i + 1]
    total = right_end - left_end + 1
    length[i] = length[left_end] = length[right_end] = total
    return total


def main() -> None:
    length = [0] * SIZE
    longest = 0
    for line in sys.stdin.readlines()[1:]:
        for word in line.split():
            joined = add(int(word), length)
            if joined > longest:
                longest = joined
    print(longest)


if __name__ == "__main__":
    main()
