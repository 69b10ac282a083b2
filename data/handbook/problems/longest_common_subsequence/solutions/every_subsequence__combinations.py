import sys
from itertools import combinations


def is_subsequence(small, big):
    at = 0
    for letter in big:
        if at < len(small) and small[at] == letter:
            at += 1
    return at == len(small)


def main():
    short, long = sys.stdin.read().split()
    for size in range(len(short), 0, -1):
        for chosen in set(combinations(short, size)):
            if is_subsequence(chosen, long):
                print(size)
                return
    print(0)


main()
