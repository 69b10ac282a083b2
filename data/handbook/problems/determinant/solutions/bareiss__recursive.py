# elimination without fractions: every division by the pivot before comes out even
import sys


def reduce(m, divisor):
    """determinant of m, whose entries are minors of the matrix at the beginning"""
    if len(m) == 1:
        return m[0][0]
    swap = 1
    if not m[0][0]:
        candidates = [i for i, row in enumerate(m) if row[0]]
        if not candidates:
            return 0
        i = candidates[0]
        m = [m[i]] + m[1:i] + [m[0]] + m[i + 1 :]
        swap = -1
    head, *rest = m
    p = head[0]
    smaller = [[(p * x - row[0] * h) // divisor for x, h in zip(row[1:], head[1:])] for row in rest]
    return swap * reduce(smaller, p)


def main():
    lines = sys.stdin.read().splitlines()
    print(reduce([[int(x) for x in line.split()] for line in lines[1:]], 1))


main()
