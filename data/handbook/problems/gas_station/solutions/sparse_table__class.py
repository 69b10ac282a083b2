import sys
from math import log2


class RangeMinimum:
    """Minimum of values[left:right], every power of two prepared."""

    def __init__(self, values):
        self.table = {(0, i): v for i, v in enumerate(values)}
        power, width = 0, 1
        while 2 * width <= len(values):
            for i in range(len(values) - 2 * width + 1):
                a = self.table[power, i]
                b = self.table[power, i + width]
                self.table[power + 1, i] = a if a < b else b
            power += 1
            width *= 2

    def __getitem__(self, piece):
        power = int(log2(piece.stop - piece.start))
        return min(
            self.table[power, piece.start],
            self.table[power, piece.stop - (1 << power)],
        )


def main():
    read = sys.stdin.readline
    n = int(read())
    gas = [int(x) for x in read().split()]
    cost = [int(x) for x in read().split()]
    tank, levels = 0, []
    for a, b in [*zip(gas, cost)] * 2:
        tank += a - b
        levels.append(tank)
    lowest = RangeMinimum(levels)
    answer = -1
    start = 0
    while start < n and answer < 0:
        base = levels[start - 1] if start else 0
        if lowest[start:start + n] >= base:
            answer = start + 1
        start += 1
    print(answer)


main()
