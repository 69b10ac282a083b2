import sys

numbers = list(map(int, sys.stdin.read().split()))
count, limit = numbers[:2]
W, V = numbers[2::2], numbers[3::2]


def subsets(i):
    """Weight and value of each choice among the items i, i + 1, ..."""
    if i == count:
        yield 0, 0
        return
    for weight, value in subsets(i + 1):
        yield weight, value
        yield weight + W[i], value + V[i]


print(max(value for weight, value in subsets(0) if weight <= limit))
