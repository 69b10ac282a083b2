import sys
from functools import reduce
from itertools import combinations
from operator import xor


def every_xor(part):
    found = set()
    for r in range(len(part) + 1):
        for group in combinations(part, r):
            found.add(reduce(xor, group, 0))
    return found


def main():
    data = [int(t) for t in sys.stdin.read().split()][1:]
    h = (len(data) + 1) // 2
    right = every_xor(data[h:])
    print(max(max(a ^ b for b in right) for a in every_xor(data[:h])))


main()
