import sys
from bisect import bisect_left
from math import factorial


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    permutation = data[1:]
    unused = sorted(permutation)
    place = 1
    for number in permutation:
        index = bisect_left(unused, number)
        unused.pop(index)
        # that many blocks of the list lie before the one of this number
        place += index * factorial(len(unused))
    print(place)


main()
