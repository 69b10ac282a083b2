# every half hands its numbers over in sorted order; the left half is done before it serves the right one
import sys

input = sys.stdin.readline


class Cdq:
    def __init__(self, numbers):
        self.numbers = numbers
        self.length = [1] * len(numbers)

    def run(self, positions):
        if len(positions) == 1:
            return positions
        middle = len(positions) // 2
        earlier = self.run(positions[:middle])
        later = sorted(positions[middle:], key=lambda p: self.numbers[p])
        pointer, longest = 0, 0
        for p in later:
            while pointer < len(earlier) and self.numbers[earlier[pointer]] < self.numbers[p]:
                longest = max(longest, self.length[earlier[pointer]])
                pointer += 1
            if longest + 1 > self.length[p]:
                self.length[p] = longest + 1
        later = self.run(positions[middle:])
        return sorted(earlier + later, key=lambda p: self.numbers[p])


n = int(input())
cdq = Cdq([int(x) for x in input().split()])
cdq.run(list(range(n)))
print(max(cdq.length))
