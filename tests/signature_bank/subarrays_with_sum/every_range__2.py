import sys


def count(values, goal):
    found = 0
    start = 0
    while start < len(values):
        total = 0
        for value in values[start:]:
            total += value
            found += total == goal
        start += 1
    return found


def main():
    data = list(map(int, sys.stdin.read().split()))
    print(count(data[2:], data[1]))


main()
