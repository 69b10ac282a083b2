import sys


def cost(places, spot):
    total = 0
    for place in places:
        total += abs(place - spot)
    return total


def minimum(places):
    low, high = min(places), max(places)
    while high - low >= 3:
        third = (high - low) // 3
        left, right = low + third, high - third
        if cost(places, left) < cost(places, right):
            high = right
        else:
            low = left
    return min(cost(places, spot) for spot in range(low, high + 1))


print(minimum(list(map(int, sys.stdin.read().split()))[1:]))
