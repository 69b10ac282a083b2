import sys
from itertools import accumulate


def main():
    n, *times = map(int, sys.stdin.read().split())
    change = [0] * (max(times) + 1)
    for s, e in zip(times[::2], times[1::2]):
        change[s] += 1
        change[e] -= 1
    print(max(accumulate(change)))


main()
