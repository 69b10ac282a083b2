import sys
from itertools import combinations, starmap
from operator import xor


def main() -> None:
    values = map(int, sys.stdin.read().split()[1:])
    print(max(starmap(xor, combinations(values, 2))))


if __name__ == "__main__":
    main()
