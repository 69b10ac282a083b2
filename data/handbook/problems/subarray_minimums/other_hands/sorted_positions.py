import sys
from bisect import bisect_left


class Borders:
    def __init__(self, low, high):
        self.places = [low, high]

    def put(self, i):
        """Enters i, gives back its neighbours."""
        at = bisect_left(self.places, i)
        self.places[at:at] = [i]
        return self.places[at - 1], self.places[at + 1]


def main():
    tokens = list(map(int, sys.stdin.buffer.read().split()))
    n = tokens[0]
    borders = Borders(0, n + 1)
    result = 0
    for i in sorted(range(1, n + 1), key=tokens.__getitem__):
        below, above = borders.put(i)
        result += (above - i) * (i - below) * tokens[i]
    print(result)


main()
