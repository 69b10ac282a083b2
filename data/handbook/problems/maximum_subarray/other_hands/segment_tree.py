import sys


def join(a, b):
    if a is None or b is None:
        return a or b
    ts, tp, tq, tb = a
    us, up, uq, ub = b
    return ts + us, max(tp, ts + up), max(uq, us + tq), max(tb, ub, tq + up)


class MaxSumTree:
    def __init__(self, n):
        self.n = n
        self.data = [None] * (4 * n + 4)

    def fill(self, values, node=0, lo=0, hi=None):
        if hi is None:
            hi = self.n
        if hi == lo + 1:
            self.data[node] = (values[lo],) * 4
            return
        mid = (lo + hi) >> 1
        self.fill(values, 2 * node + 1, lo, mid)
        self.fill(values, 2 * node + 2, mid, hi)
        self.data[node] = join(self.data[2 * node + 1], self.data[2 * node + 2])

    def query(self, l, r, node=0, lo=0, hi=None):
        hi = self.n if hi is None else hi
        if r <= lo or hi <= l:
            return None
        if l <= lo and hi <= r:
            return self.data[node]
        mid = (lo + hi) >> 1
        return join(self.query(l, r, 2 * node + 1, lo, mid), self.query(l, r, 2 * node + 2, mid, hi))


def main():
    n = int(sys.stdin.readline())
    values = tuple(map(int, sys.stdin.readline().split()))
    tree = MaxSumTree(n)
    tree.fill(values)
    print(tree.query(0, n)[3])


main()
