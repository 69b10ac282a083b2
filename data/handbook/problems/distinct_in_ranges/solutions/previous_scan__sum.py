import sys


def earlier_copies(values):
    """For each place the place (from 1) of the nearest equal value before it, or 0."""
    latest = {}
    for place, value in enumerate(values, start=1):
        yield latest.get(value, 0)
        latest[value] = place


def solve(stream):
    stream.readline()
    before = [*earlier_copies(stream.readline().split())]
    for line in stream:
        l, r = (int(x) for x in line.split())
        # a place counts if its value is new within the range
        yield sum(p < l for p in before[l - 1:r])


print("\n".join(map(str, solve(sys.stdin))))
