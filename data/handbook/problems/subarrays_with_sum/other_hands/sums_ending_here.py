import sys


def ending_sums(row):
    """For every place the multiset of sums of the runs that end there."""
    table = {}
    for value in row:
        shifted = {0 + value: 1}
        for old in table:
            shifted[old + value] = table[old] + shifted.get(old + value, 0)
        table = shifted
        yield table


size, goal, *row = map(int, sys.stdin.read().split())
runs = 0
for table in ending_sums(row):
    if goal in table:
        runs += table[goal]
print(runs)
