import sys


def spans(prices):
    greater = []
    for day, price in enumerate(prices):
        before = day - 1
        while before != -1 and prices[before] <= price:
            before = greater[before]
        greater.append(before)
    return [day - before for day, before in enumerate(greater)]


print(*spans([int(p) for p in sys.stdin.read().split()[1:]]))
