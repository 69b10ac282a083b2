import itertools
import sys


def price(order, sizes):
    chain = list(range(len(sizes)))
    total = 0
    for border in order:
        at = chain.index(border)
        before, after = chain[at - 1], chain[at + 1]
        total += sizes[before] * sizes[border] * sizes[after]
        del chain[at]
    return total


def main():
    n, *sizes = [int(t) for t in sys.stdin.read().split()]
    print(min(price(order, sizes) for order in itertools.permutations(range(1, n))))


if __name__ == "__main__":
    main()
