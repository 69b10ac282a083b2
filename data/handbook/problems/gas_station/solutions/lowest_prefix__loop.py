import sys


def main():
    data = iter(sys.stdin.read().split())
    n = int(next(data))
    gas = [int(next(data)) for _ in range(n)]
    cost = [int(next(data)) for _ in range(n)]

    # let the tank go below zero and remember where it was lowest
    level = lowest = 0
    where = 1
    for i in range(n):
        if level < lowest:
            lowest = level
            where = i + 1
        level += gas[i] - cost[i]
    if level < 0:
        where = -1
    sys.stdout.write(str(where) + "\n")


main()
