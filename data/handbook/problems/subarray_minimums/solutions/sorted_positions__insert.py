import bisect
import sys


def minimum_sum(numbers: list[int]) -> int:
    borders = [-1, len(numbers)]
    order = sorted((value, index) for index, value in enumerate(numbers))
    total = 0
    for value, index in order:
        place = bisect.bisect(borders, index)
        left, right = borders[place - 1], borders[place]
        total += value * (index - left) * (right - index)
        borders.insert(place, index)
    return total


def main() -> None:
    lines = sys.stdin.read().strip().split("\n")
    print(minimum_sum([int(token) for token in lines[1].split()]))


main()
