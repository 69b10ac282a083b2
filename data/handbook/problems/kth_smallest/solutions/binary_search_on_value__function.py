# the answer bit by bit: is it below the middle of what is left?
import sys


def count_up_to(numbers: list[int], bound: int) -> int:
    found = 0
    for number in numbers:
        if number <= bound:
            found += 1
    return found


def main() -> None:
    n, k, *numbers = map(int, open("kth.in").read().split())
    low, high = min(numbers), max(numbers)
    while True:
        if low == high:
            break
        middle = low + (high - low) // 2
        if count_up_to(numbers, middle) < k:
            low = middle + 1
        else:
            high = middle
    with open("kth.out", "w", encoding="ascii") as output:
        print(low, file=output)


if __name__ == "__main__":
    sys.exit(main())
