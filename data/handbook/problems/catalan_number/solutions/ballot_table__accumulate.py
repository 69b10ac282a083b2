import sys
from itertools import accumulate


def triangle_rows(modulus):
    """Rows of the triangle 1 / 1 1 / 1 2 2 / 1 3 5 5 / ..."""
    row = [1]
    while True:
        yield row
        row = [x % modulus for x in accumulate(row)]
        row.append(row[-1])


n, m = map(int, sys.stdin.readline().split())
rows = triangle_rows(m)
for _ in range(n):
    next(rows)
print(next(rows)[-1] % m)
