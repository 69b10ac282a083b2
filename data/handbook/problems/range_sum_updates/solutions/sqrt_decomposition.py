import sys


class Blocks:
    def __init__(self, numbers):
        self.size = max(1, int(len(numbers) ** 0.5))
        self.numbers = numbers
        self.sums = [sum(numbers[i : i + self.size]) for i in range(0, len(numbers), self.size)]

    def add(self, i, x):
        self.numbers[i] += x
        self.sums[i // self.size] += x

    def sum(self, l, r):
        first, last = l // self.size, r // self.size
        if first == last:
            return sum(self.numbers[l : r + 1])
        head = sum(self.numbers[l : (first + 1) * self.size])
        tail = sum(self.numbers[last * self.size : r + 1])
        return head + sum(self.sums[first + 1 : last]) + tail


lines = sys.stdin.read().splitlines()
blocks = Blocks(list(map(int, lines[1].split())))
for line in lines[2:]:
    op, a, b = line.split()
    if op == "+":
        blocks.add(int(a) - 1, int(b))
    else:
        print(blocks.sum(int(a) - 1, int(b) - 1))
