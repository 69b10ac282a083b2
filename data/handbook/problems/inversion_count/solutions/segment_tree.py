import sys


class SegmentTree:
    def __init__(self, n):
        self.size = 1
        while self.size < n:
            self.size <<= 1
        self.count = [0] * (2 * self.size)

    def add(self, i):
        i += self.size
        while i:
            self.count[i] += 1
            i >>= 1

    def query(self, l, r):
        """numbers at l <= i < r"""
        res = 0
        l += self.size
        r += self.size
        while l < r:
            if l & 1:
                res += self.count[l]
                l += 1
            if r & 1:
                r -= 1
                res += self.count[r]
            l >>= 1
            r >>= 1
        return res


def main():
    data = sys.stdin.buffer.read().split()
    n = int(data[0])
    a = [int(x) for x in data[1 : n + 1]]
    order = {v: i for i, v in enumerate(sorted(set(a)))}
    tree = SegmentTree(len(order))
    ans = 0
    for v in a:
        r = order[v]
        ans += tree.query(r + 1, tree.size)
        tree.add(r)
    print(ans)


main()
