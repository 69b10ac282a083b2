from itertools import islice
import sys

read = sys.stdin.readline
_, q = read().split()
days = tuple(map(int, read().split()))


def answers():
    for _ in range(int(q)):
        lo, hi = map(int, read().split())
        coldest = None
        for t in islice(days, lo - 1, hi):
            if coldest is None or t < coldest:
                coldest = t
        yield coldest


print(*answers(), sep="\n")
