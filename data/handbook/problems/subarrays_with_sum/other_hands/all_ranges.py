import sys

_, goal, *row = map(int, sys.stdin.read().split())


def sums_from(begin):
    total = 0
    for value in row[begin:]:
        total += value
        yield total


print(sum(1 for begin in range(len(row)) for total in sums_from(begin) if total == goal))
