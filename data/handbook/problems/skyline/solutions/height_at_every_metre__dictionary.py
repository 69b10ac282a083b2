import sys
from collections import defaultdict
from itertools import groupby


def outline(town):
    roof = defaultdict(int)
    for left, right, height in town:
        roof.update((x, max(roof[x], height)) for x in range(left, right))
        roof[right]  # ground, if nothing is built there
    for height, places in groupby(sorted(roof), key=roof.__getitem__):
        yield next(places), height


def main():
    numbers = iter(map(int, sys.stdin.read().split()))
    n = next(numbers)
    town = [(next(numbers), next(numbers), next(numbers)) for _ in range(n)]
    for point in outline(town):
        print(*point)


main()
