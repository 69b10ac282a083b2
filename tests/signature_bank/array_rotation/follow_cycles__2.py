import sys
from math import gcd


def juggle(items, shift):
    size = len(items)
    for first in range(gcd(size, shift)):
        kept = items[first]
        here = first
        while True:
            source = (here - shift) % size
            if source == first:
                break
            items[here] = items[source]
            here = source
        items[here] = kept


tokens = sys.stdin.read().split()
items = tokens[2:]
juggle(items, int(tokens[1]))
print(*items)
