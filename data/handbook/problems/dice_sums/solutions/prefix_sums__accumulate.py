from itertools import accumulate
import sys


def row_after(previous: list, k: int) -> list:
    sums = list(accumulate(previous))
    new = [0]
    for t in range(1, len(previous)):
        value = sums[t - 1]
        if t - k - 1 >= 0:
            value -= sums[t - k - 1]
        new.append(value)
    return new


def count_ways(n: int, k: int, s: int) -> int:
    table = [[1] + s * [0]]
    for die in range(n):
        table.append(row_after(table[die], k))
    return table[n][s]


numbers = iter(sys.stdin.read().split())
n = int(next(numbers))
k = int(next(numbers))
s = int(next(numbers))
print(count_ways(n, k, s))
