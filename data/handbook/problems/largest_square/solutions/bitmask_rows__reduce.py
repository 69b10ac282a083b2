import sys
from functools import reduce


def longest_run(bits):
    run = 0
    while bits:
        bits &= bits << 1
        run += 1
    return run


class Garden:
    def __init__(self, stream):
        next(stream)
        self.masks = [sum(1 << j for j, c in enumerate(line) if c == "1") for line in stream]

    def common(self, first, last):
        return reduce(lambda p, q: p & q, self.masks[first:last])

    def answer(self):
        n = len(self.masks)
        sides = [0]
        for first in range(n):
            for last in range(first + 1, n + 1):
                sides.append(min(last - first, longest_run(self.common(first, last))))
        return max(sides)


print(Garden(sys.stdin).answer())
