import sys


class Fence:
    def __init__(self):
        self.paint = 0

    def add(self, a, b):
        ones = ~(~0 << (b - a))
        self.paint = self.paint | ones << a

    def __len__(self):
        count, rest = 0, self.paint
        while rest:
            rest &= rest - 1
            count += 1
        return count


fence = Fence()
tokens = [int(t) for t in sys.stdin.read().split()]
for i in range(1, len(tokens), 2):
    fence.add(tokens[i], tokens[i + 1])
print(len(fence))
