import sys
from operator import itemgetter


def read_heights():
    n_rows, n_cols = map(int, sys.stdin.readline().split())
    heights = {}
    for i in range(n_rows):
        for j, h in enumerate(map(int, sys.stdin.readline().split())):
            heights[complex(i, j)] = h
    return heights


def longest_rise(heights):
    from_here = {}
    # highest cells first: whatever lies above a cell is then already settled
    for z, h in sorted(heights.items(), key=itemgetter(1), reverse=True):
        steps = [z + d for d in (1, -1, 1j, -1j)]
        above = [from_here[s] for s in steps if s in heights and heights[s] > h]
        from_here[z] = 1 + max(above, default=0)
    return max(from_here.values())


print(longest_rise(read_heights()))
