import sys
from collections import defaultdict
from math import isqrt


class Mo:
    def __init__(self, values):
        self.values = values
        self.count = defaultdict(int)
        self.distinct = 0

    def add(self, i):
        self.count[self.values[i]] += 1
        self.distinct += self.count[self.values[i]] == 1

    def remove(self, i):
        self.count[self.values[i]] -= 1
        self.distinct -= self.count[self.values[i]] == 0

    def answer(self, queries):
        block = max(1, isqrt(len(self.values)))
        order = sorted(range(len(queries)), key=lambda k: (queries[k][0] // block, queries[k][1]))
        results = [0] * len(queries)
        left, right = 0, 0  # half open
        for k in order:
            start, stop = queries[k]
            while left > start:
                left -= 1
                self.add(left)
            while right < stop:
                self.add(right)
                right += 1
            while left < start:
                self.remove(left)
                left += 1
            while right > stop:
                right -= 1
                self.remove(right)
            results[k] = self.distinct
        return results


def main():
    n, q, *rest = map(int, sys.stdin.read().split())
    ends = rest[n:]
    queries = [(a - 1, b) for a, b in zip(ends[::2], ends[1::2])]
    for result in Mo(rest[:n]).answer(queries):
        print(result)


main()
