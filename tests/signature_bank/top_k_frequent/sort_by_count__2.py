import sys
from collections import defaultdict


def top(values, k):
    counts = defaultdict(int)
    for value in values:
        counts[value] += 1
    ranking = [(count, value) for value, count in counts.items()]
    ranking.sort(reverse=True)
    return [value for _, value in ranking[:k]]


if __name__ == "__main__":
    _, k, *values = map(int, sys.stdin.read().split())
    print(" ".join(map(str, top(values, k))))
