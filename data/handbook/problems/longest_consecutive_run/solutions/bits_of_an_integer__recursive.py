import sys
from functools import reduce

sys.setrecursionlimit(5000)


def rounds(mask: int) -> int:
    """Every run loses one bit per round."""
    return 0 if mask == 0 else 1 + rounds(mask & (mask >> 1))


def main(stream=sys.stdin):
    stream.readline()
    numbers = list(map(int, stream.readline().split()))
    base = min(numbers)
    bitset = reduce(lambda bits, number: bits | 2 ** (number - base), numbers, 0)
    print(rounds(bitset))


main()
