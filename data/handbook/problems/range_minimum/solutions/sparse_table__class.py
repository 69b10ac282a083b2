import sys

input = sys.stdin.readline


class SparseTable:
    def __init__(self, values):
        size = len(values)
        # log[x] = floor(log2(x))
        self.log = [0] * (size + 1)
        for x in range(2, size + 1):
            self.log[x] = self.log[x // 2] + 1
        levels = self.log[size] + 1
        self.table = [[0] * levels for _ in range(size)]
        for i in range(size):
            self.table[i][0] = values[i]
        for level in range(1, levels):
            for i in range(size - (1 << level) + 1):
                left = self.table[i][level - 1]
                right = self.table[i + (1 << (level - 1))][level - 1]
                self.table[i][level] = left if left < right else right

    def query(self, left, right):
        level = self.log[right - left + 1]
        return min(self.table[left][level], self.table[right - (1 << level) + 1][level])


def solve():
    _, q = map(int, input().split())
    rmq = SparseTable([int(x) for x in input().split()])
    for _ in range(q):
        l, r = map(int, input().split())
        sys.stdout.write("%d\n" % rmq.query(l - 1, r - 1))


solve()
