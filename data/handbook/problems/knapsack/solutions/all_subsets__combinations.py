import sys
from itertools import combinations


def main():
    n, capacity, *rest = map(int, sys.stdin.read().split())
    things = list(zip(rest[::2], rest[1::2]))
    best = 0
    for size in range(1, n + 1):
        for chosen in combinations(things, size):
            if sum(weight for weight, _ in chosen) > capacity:
                continue
            best = max(best, sum(value for _, value in chosen))
    print(best)


main()
