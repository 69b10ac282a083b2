import sys

input = sys.stdin.readline


class Index:
    """Positions in the order of their numbers."""

    def __init__(self, numbers):
        self.numbers = numbers
        self.order = list(range(len(numbers)))
        self.order.sort(key=lambda i: numbers[i])

    def find(self, x):
        low, high = 0, len(self.order)
        while low < high:
            mid = (low + high) >> 1
            if self.numbers[self.order[mid]] < x:
                low = mid + 1
            else:
                high = mid
        if low == len(self.order):
            return -1
        found = self.order[low]
        return found if self.numbers[found] == x else -1


def solve():
    input()
    index = Index(list(map(int, input().split())))
    answers = [index.find(int(x)) for x in input().split()]
    sys.stdout.write("\n".join(map(str, answers)) + "\n")


solve()
