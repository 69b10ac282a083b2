import sys
from math import isqrt


class Buckets:
    def __init__(self, values):
        self.width = isqrt(values) + 1
        self.single = [0] * (self.width * self.width)
        self.whole = [0] * self.width

    def insert(self, value):
        self.single[value] += 1
        self.whole[value // self.width] += 1

    def count_above(self, value):
        bucket = value // self.width
        total = 0
        for v in range(value + 1, (bucket + 1) * self.width):
            total += self.single[v]
        for b in range(bucket + 1, self.width):
            total += self.whole[b]
        return total


def main():
    data = list(map(int, sys.stdin.read().split()))[1:]
    order = {v: k for k, v in enumerate(sorted(set(data)))}
    buckets = Buckets(len(order))
    answer = 0
    for v in data:
        answer += buckets.count_above(order[v])
        buckets.insert(order[v])
    print(answer)


main()
