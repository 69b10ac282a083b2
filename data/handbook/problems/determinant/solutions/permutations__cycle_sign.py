# Leibniz: the sum over all permutations
import itertools
import math
import sys


def sign(permutation):
    """-1 to the number of cycles of even length"""
    todo = set(range(len(permutation)))
    result = 1
    while todo:
        start = current = todo.pop()
        while permutation[current] != start:
            current = permutation[current]
            todo.remove(current)
            result = -result
    return result


(n,), *rows = [tuple(map(int, line.split())) for line in sys.stdin.read().splitlines()]
print(
    sum(
        sign(order) * math.prod(row[column] for row, column in zip(rows, order))
        for order in itertools.permutations(range(n))
    )
)
