import sys

from sortedcontainers import SortedList


def main():
    n, *numbers = map(int, sys.stdin.read().split())
    behind = SortedList()
    total = 0
    for x in reversed(numbers):
        total += behind.bisect_left(x)
        behind.add(x)
    print(total)


main()
