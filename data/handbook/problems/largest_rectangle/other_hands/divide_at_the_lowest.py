import sys


class Skyline:
    def __init__(self, heights):
        self.heights = heights

    def lowest(self, first, last):
        where = first
        for i in range(first + 1, last + 1):
            if self.heights[i] < self.heights[where]:
                where = i
        return where

    def largest(self, first, last):
        if first > last:
            return 0
        pivot = self.lowest(first, last)
        answer = (last - first + 1) * self.heights[pivot]
        for a, b in ((first, pivot - 1), (pivot + 1, last)):
            sub = self.largest(a, b)
            if sub > answer:
                answer = sub
        return answer


sys.setrecursionlimit(3000)
numbers = list(map(int, sys.stdin.read().split()))
print(Skyline(numbers[1:]).largest(0, numbers[0] - 1))
