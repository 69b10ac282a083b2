import sys


def first_at_least(houses, value, right):
    """Smallest index up to right where a house stands at value or beyond."""
    left = 0
    while left < right:
        middle = (left + right) // 2
        if houses[middle] < value:
            left = middle + 1
        else:
            right = middle
    return left


def rank(houses, distance):
    return sum(i - first_at_least(houses, houses[i] - distance, i) for i in range(len(houses)))


def search(houses, k, low, high):
    if low == high:
        return low
    middle = (low + high) // 2
    if rank(houses, middle) >= k:
        return search(houses, k, low, middle)
    return search(houses, k, middle + 1, high)


def main():
    with open(0) as source:
        k = int(source.readline().split()[-1])
        houses = sorted(map(int, source.readline().split()))
    sys.stdout.write(str(search(houses, k, 0, houses[-1] - houses[0])) + "\n")


main()
