import sys
from itertools import chain, combinations


def subsets(items):
    return chain.from_iterable(combinations(items, size) for size in range(len(items) + 1))


def main():
    tokens = [int(t) for t in sys.stdin.read().split()]
    riders = range(1, tokens[0] + 1)
    knows = {rider: set() for rider in riders}
    for rider, horse in zip(tokens[3::2], tokens[4::2]):
        knows[rider].add(horse)

    lacking = 0
    for group in subsets(riders):
        horses = set().union(*(knows[rider] for rider in group))
        lacking = max(lacking, len(group) - len(horses))
    print(len(riders) - lacking)


main()
