import sys
from itertools import count


def mex(values):
    present = frozenset(values)
    return next(v for v in count() if v not in present)


def sprague_grundy(limit, moves):
    numbers = []
    for size in range(limit + 1):
        numbers += [mex(numbers[size - move] for move in moves if size - move >= 0)]
    return numbers


def main():
    read = sys.stdin.readline
    read()
    moves = [*map(int, read().split())]
    piles = [*map(int, read().split())]
    numbers = sprague_grundy(max(piles), moves)
    for pile in piles:
        print(["first", "second"][numbers[pile] == 0])


main()
