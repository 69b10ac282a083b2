import sys
from collections import Counter
from functools import reduce


def successors(state, i, row):
    """All states after a queen was put into row i."""
    columns, sums, differences = state
    for j, square in enumerate(row):
        if square == "#" or j in columns or i + j in sums or i - j in differences:
            continue
        yield columns | {j}, sums | {i + j}, differences | {i - j}


def advance(level, numbered_row):
    following = Counter()
    for state, ways in level.items():
        for other in successors(state, *numbered_row):
            following[other] += ways
    return following


empty = frozenset()
lines = sys.stdin.read().splitlines()
last = reduce(advance, enumerate(lines[1:]), Counter({(empty, empty, empty): 1}))
print(sum(last.values()))
