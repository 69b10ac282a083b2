import itertools
import sys

numbers = list(map(int, sys.stdin.read().split()))
squares = numbers[0]
paths = list(zip(numbers[2::2], numbers[3::2]))


def round_trip_inside(chosen):
    degree = dict.fromkeys(chosen, 0)
    for p, q in paths:
        if p in degree and q in degree:
            degree[p] += 1
            degree[q] += 1
    return min(degree.values()) > 1


every = itertools.chain.from_iterable(
    itertools.combinations(range(1, squares + 1), r) for r in range(3, squares + 1)
)
hit = next(filter(round_trip_inside, every), None)
print(len(hit) if hit else -1)
