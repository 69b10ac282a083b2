import sys
from functools import reduce
from operator import or_


def add_one_square(sums: int, n: int) -> int:
    mask = (1 << (n + 1)) - 1
    shifted = (sums << side * side for side in range(1, int(n**0.5) + 1))
    return reduce(or_, shifted) & mask


def main():
    n = int(sys.stdin.read())
    goal = 1 << n
    sums = 1
    for used in range(n + 1):
        if sums & goal:
            print(used)
            return
        sums = add_one_square(sums, n)


main()
