import sys
from bisect import bisect_left
from itertools import accumulate


def main() -> None:
    size, goal = map(int, sys.stdin.readline().split())
    row = map(int, sys.stdin.readline().split())
    base = 1024
    # sum and place packed into one number
    packed = [total * base + at for at, total in enumerate(accumulate(row, initial=0))]
    packed.sort()
    runs = 0
    for code in packed:
        total, at = divmod(code, base)
        partner = (total - goal) * base
        runs += bisect_left(packed, partner + at) - bisect_left(packed, partner)
    print(runs)


main()
