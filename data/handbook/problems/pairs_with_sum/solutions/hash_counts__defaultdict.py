import sys
from collections import defaultdict


def main():
    input = sys.stdin.readline
    n, target = map(int, input().split())
    values = list(map(int, input().split()))
    counts = defaultdict(int)
    pairs = 0
    for value in values:
        need = target - value
        if need in counts:
            pairs += counts[need]
        counts[value] += 1
    print(pairs)


main()
