import sys

_, *dims = map(int, sys.stdin.read().split())


def cheapest(lo, count):
    """`count` matrices beginning with number lo."""
    if count == 1:
        return 0
    results = []
    for here in range(1, count):
        last = dims[lo] * dims[lo + here] * dims[lo + count]
        results.append(last + cheapest(lo, here) + cheapest(lo + here, count - here))
    return min(results)


print(cheapest(0, len(dims) - 1))
