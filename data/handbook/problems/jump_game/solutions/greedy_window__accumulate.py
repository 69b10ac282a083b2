import sys
from itertools import accumulate


def count_jumps(lengths):
    # reach[i]: how far one gets when standing on any of 0..i
    reach = list(accumulate((i + x for i, x in enumerate(lengths)), max))
    goal = len(lengths) - 1
    here, jumps = 0, 0
    while here < goal:
        there = reach[here]
        if there <= here:
            return -1
        here = there
        jumps += 1
    return jumps


def main():
    _, *lengths = map(int, sys.stdin.read().split())
    print(count_jumps(lengths))


main()
