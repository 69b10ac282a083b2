import sys
from itertools import combinations


def distances(houses):
    for left, right in combinations(sorted(houses), 2):
        yield right - left


if __name__ == "__main__":
    (_, k), houses = (map(int, line.split()) for line in sys.stdin.read().strip().split("\n"))
    ordered = sorted(distances(houses))
    print(ordered[k - 1])
