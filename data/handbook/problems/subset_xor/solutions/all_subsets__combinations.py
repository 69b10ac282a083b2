import sys
from functools import reduce
from itertools import chain, combinations
from operator import xor


def choices(numbers):
    sizes = range(len(numbers) + 1)
    return chain.from_iterable(combinations(numbers, size) for size in sizes)


_, *numbers = map(int, sys.stdin.read().split())
print(max(reduce(xor, chosen, 0) for chosen in choices(numbers)))
