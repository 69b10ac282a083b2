import sys
from itertools import chain, combinations


def all_bags(things):
    """Every choice of things for the first bag; the smaller bag is enough."""
    return chain.from_iterable(combinations(things, k) for k in range(len(things) // 2 + 1))


def main():
    _, *weights = map(int, sys.stdin.read().split())
    everything = sum(weights)
    print(min(abs(everything - 2 * sum(bag)) for bag in all_bags(weights)))


if __name__ == "__main__":
    main()
