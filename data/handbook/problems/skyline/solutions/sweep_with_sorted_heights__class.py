import sys
from itertools import groupby
from operator import itemgetter


class SortedBag:
    """Numbers in increasing order, equal ones allowed."""

    def __init__(self):
        self.items = []

    def place(self, value):
        low, high = 0, len(self.items)
        while low < high:
            middle = (low + high) >> 1
            if self.items[middle] < value:
                low = middle + 1
            else:
                high = middle
        return low

    def add(self, value):
        self.items.insert(self.place(value), value)

    def remove(self, value):
        self.items.pop(self.place(value))

    def greatest(self):
        return self.items[-1] if self.items else 0


def read_events():
    n = int(sys.stdin.readline())
    for _ in range(n):
        l, r, h = map(int, sys.stdin.readline().split())
        yield l, "add", h
        yield r, "remove", h


bag = SortedBag()
shown = 0
for x, events in groupby(sorted(read_events()), key=itemgetter(0)):
    for _, action, h in events:
        getattr(bag, action)(h)
    if bag.greatest() != shown:
        shown = bag.greatest()
        print(x, shown)
