import sys
from itertools import accumulate


def events(numbers):
    pairs = iter(numbers)
    for came, left in zip(pairs, pairs):
        yield came, 1
        yield left + 1, -1


def main():
    numbers = map(int, sys.stdin.read().split())
    next(numbers)
    timeline = sorted(events(numbers))
    print(max(accumulate(change for _, change in timeline)))


main()
