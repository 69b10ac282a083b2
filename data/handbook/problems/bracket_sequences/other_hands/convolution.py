import sys


class Catalan:
    def __init__(self, mod):
        self.mod = mod
        self.row = [1 % mod]

    def grow(self):
        size = len(self.row)
        acc, lo, hi = 0, 0, size - 1
        while hi >= 0:
            acc += self.row[lo] * self.row[hi]
            lo += 1
            hi -= 1
        self.row.append(acc % self.mod)

    def __getitem__(self, k):
        while k >= len(self.row):
            self.grow()
        return self.row[k]


if __name__ == "__main__":
    size, mod = map(int, sys.stdin.readline().split())
    print(Catalan(mod)[size])
