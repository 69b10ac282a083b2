# offline: both the list and the queries in rising order, walked side by side
import sys


def answer_all(numbers: list[int], queries: list[int]) -> list[int]:
    size = len(numbers)
    start = 0
    for i in range(1, size):
        if numbers[i] < numbers[i - 1]:
            start = i
    rising = [(numbers[i], i) for i in list(range(start, size)) + list(range(start))]
    asked = sorted((x, number) for number, x in enumerate(queries))
    result = [-1] * len(queries)
    at = left = 0
    while at < size and left < len(asked):
        value, position = rising[at]
        x, number = asked[left]
        if value < x:
            at += 1
        elif value > x:
            left += 1
        else:
            result[number] = position
            left += 1
    return result


def main() -> None:
    lines = sys.stdin.read().split("\n")
    numbers = list(map(int, lines[1].split()))
    queries = list(map(int, lines[2].split()))
    for position in answer_all(numbers, queries):
        print(position)


main()
