import sys
from math import inf


def cheapest(rows):
    best = None
    for row in rows:
        if best is None:
            best = [inf] * len(row)
            best[0] = 0
        left = inf
        for column, toll in enumerate(row):
            left = best[column] = toll + min(left, best[column])
    return best[-1]


def read_rows(stream):
    next(stream)
    for line in stream:
        if line.strip():
            yield [int(token) for token in line.split()]


if __name__ == "__main__":
    print(cheapest(read_rows(sys.stdin)))
