import bisect
import sys


class Multiset:
    def __init__(self):
        self.items = []

    def add(self, value):
        self.items.insert(bisect.bisect(self.items, value), value)

    def count(self, value):
        # half-open range of equal items
        begin = bisect.bisect_left(self.items, value)
        end = bisect.bisect(self.items, value, begin)
        return end - begin


def main():
    tokens = list(map(int, sys.stdin.read().split()))
    target, numbers = tokens[1], tokens[2:]
    earlier = Multiset()
    total = 0
    answer = 0
    for number in numbers:
        earlier.add(total)
        total += number
        answer += earlier.count(total - target)
    print(answer)


if __name__ == "__main__":
    main()
