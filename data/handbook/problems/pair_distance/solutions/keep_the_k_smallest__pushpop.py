import sys
from heapq import heapify, heappushpop
from itertools import combinations, islice


def kth_distance(street, k):
    negated = (-abs(x - y) for x, y in combinations(street, 2))
    kept = list(islice(negated, k))
    heapify(kept)
    for distance in negated:
        heappushpop(kept, distance)
    return -kept[0]


def main():
    first, second = sys.stdin.read().splitlines()[:2]
    k = int(first.split()[1])
    street = tuple(map(int, second.split()))
    print(kth_distance(street, k))


main()
