import sys
from functools import reduce
from operator import or_


def solve(moves, piles):
    highest = max(piles)
    reach = reduce(or_, (2**m for m in moves))
    undecided = (2 << highest) - 1
    won = 0
    while undecided:
        lowest = undecided & -undecided  # a lost position
        won |= reach * lowest
        undecided &= ~(lowest | won)
    return [bool(won & (1 << p)) for p in piles]


def main():
    lines = sys.stdin.read().splitlines()
    moves = [int(w) for w in lines[1].split()]
    piles = [int(w) for w in lines[2].split()]
    for result in solve(moves, piles):
        if result:
            print("first")
        else:
            print("second")


if __name__ == "__main__":
    main()
