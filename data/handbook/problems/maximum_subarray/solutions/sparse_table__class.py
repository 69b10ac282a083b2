import sys
from itertools import accumulate


class SparseTable:
    def __init__(self, values):
        self.levels = [values]
        length = 1
        while 2 * length <= len(values):
            below = self.levels[-1]
            self.levels.append([max(below[i], below[i + length]) for i in range(len(below) - length)])
            length *= 2

    def maximum(self, start, end):
        """of values[start:end]"""
        level = (end - start).bit_length() - 1
        row = self.levels[level]
        return max(row[start], row[end - (1 << level)])


def main():
    """For every left end the largest prefix sum to the right of it."""
    data = list(map(int, sys.stdin.read().split()))
    sums = list(accumulate(data[1:], initial=0))
    table = SparseTable(sums)
    best = None
    for left in range(len(sums) - 1):
        value = table.maximum(left + 1, len(sums)) - sums[left]
        if best is None or value > best:
            best = value
    print(best)


main()
