import sys


class Sorter:
    def __init__(self, items):
        self.items = items
        self.buf = items[:]
        self.run(0, len(items))

    def run(self, lo, hi):
        if hi - lo <= 1:
            return
        mid = (lo + hi) >> 1
        self.run(lo, mid)
        self.run(mid, hi)
        self.join(lo, mid, hi)

    def join(self, lo, mid, hi):
        a, b = self.items, self.buf
        b[lo:hi] = a[lo:hi]
        p, q = lo, mid
        for out in range(lo, hi):
            take_left = p < mid and (q >= hi or not b[q] < b[p])
            if take_left:
                a[out] = b[p]
                p += 1
            else:
                a[out] = b[q]
                q += 1


n, *nums = map(int, sys.stdin.read().split())
print(*Sorter(nums).items)
