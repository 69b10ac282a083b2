import sys
from heapq import heappush, heappop
from itertools import count


class House:
    def __init__(self, worth):
        self.worth = worth
        self.left = None
        self.right = None
        self.gone = False


def link(a, b):
    if a is not None:
        a.right = b
    if b is not None:
        b.left = a


def collect(worths):
    order = count()
    heap = []
    houses = [House(worth) for worth in worths]
    for first, second in zip(houses, houses[1:]):
        link(first, second)
    for house in houses:
        heappush(heap, (-house.worth, next(order), house))
    total = 0
    while heap and heap[0][0] < 0:
        _, _, house = heappop(heap)
        if house.gone:
            continue
        total += house.worth
        left, right = house.left, house.right
        house.gone = True
        if left is not None:
            left.gone = True
        if right is not None:
            right.gone = True
        if left is None or right is None:
            # at an end there is nothing to swap with, the neighbour just disappears
            link(left and left.left, right and right.right)
            continue
        merged = House(left.worth + right.worth - house.worth)
        link(left.left, merged)
        link(merged, right.right)
        heappush(heap, (-merged.worth, next(order), merged))
    return total


data = list(map(int, sys.stdin.read().split()))
print(collect(data[1:]))
