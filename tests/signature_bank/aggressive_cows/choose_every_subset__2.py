import itertools
import sys


def main():
    n, k, *stalls = map(int, sys.stdin.read().split())
    best = 0
    for chosen in itertools.combinations(sorted(stalls), k):
        gap = chosen[1] - chosen[0]
        for i in range(1, k):
            gap = min(gap, chosen[i] - chosen[i - 1])
        if gap > best:
            best = gap
    print(best)


main()
