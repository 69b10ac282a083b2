import sys


class SortedNumbers:
    def __init__(self, numbers: list[int]) -> None:
        self.numbers = sorted(set(numbers))

    def first_at_least(self, limit: int) -> int:
        low, high = 0, len(self.numbers)
        while low < high:
            middle = (low + high) // 2
            if self.numbers[middle] >= limit:
                high = middle
            else:
                low = middle + 1
        return low

    def any_between(self, start: int, end: int) -> bool:
        """Is there a number x with start <= x < end?"""
        at = self.first_at_least(start)
        return at < len(self.numbers) and self.numbers[at] < end

    def farthest(self, number: int) -> int:
        start, size = 0, 1024
        while size > 1:
            size //= 2
            wish = start + size if number & size == 0 else start
            if self.any_between(wish, wish + size):
                start = wish
            else:
                start = 2 * start + size - wish
        return number ^ start


def main() -> None:
    _count, line = sys.stdin
    numbers = SortedNumbers([int(x) for x in line.split()])
    print(max(map(numbers.farthest, numbers.numbers)))


if __name__ == "__main__":
    main()
