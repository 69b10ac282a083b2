import sys


class Fenwick:
    def __init__(self, n):
        self.n = n
        self.sums = [0] * (n + 1)
        for i in range(1, n + 1):
            self.add(i, 1)

    def add(self, i, delta):
        while i <= self.n:
            self.sums[i] += delta
            i += i & -i

    def kth(self, k):
        """smallest position with a prefix sum of at least k"""
        position = 0
        jump = 1 << self.n.bit_length()
        while jump:
            if position + jump <= self.n and self.sums[position + jump] < k:
                position += jump
                k -= self.sums[position]
            jump >>= 1
        return position + 1


def josephus(n, k):
    tree = Fenwick(n)
    rank = 0
    remaining = n
    while remaining > 1:
        rank = (rank + k - 1) % remaining
        tree.add(tree.kth(rank + 1), -1)
        remaining -= 1
    return tree.kth(1)


print(josephus(*map(int, sys.stdin.readline().split())))
