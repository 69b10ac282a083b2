import sys
from collections import Counter


def count_triples(numbers, target):
    """Every number is tried as the last of three; two_before holds the sums of all pairs before it."""
    two_before = Counter()
    triples = 0
    for position, number in enumerate(numbers):
        triples += two_before[target - number]
        two_before.update(number + earlier for earlier in numbers[:position])
    return triples


if __name__ == "__main__":
    first, second = sys.stdin.read().strip().split("\n")
    print(count_triples(list(map(int, second.split())), int(first.split()[1])))
