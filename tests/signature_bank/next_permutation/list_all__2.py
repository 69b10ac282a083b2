import itertools
import sys


def main():
    numbers = list(map(int, sys.stdin.read().split()))[1:]
    found = False
    for arrangement in sorted(set(itertools.permutations(numbers))):
        if found:
            print(*arrangement)
            return
        found = list(arrangement) == numbers
    print(*sorted(numbers))


main()
