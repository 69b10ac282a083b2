import sys


def main():
    houses = [int(t) for t in sys.stdin.read().split()][1:]
    houses.sort()
    middle = houses[len(houses) >> 1]
    total = 0
    for house in houses:
        if house > middle:
            total += house - middle
        else:
            total += middle - house
    print(total)


main()
