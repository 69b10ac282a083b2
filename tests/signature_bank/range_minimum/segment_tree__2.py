import sys


class SegmentTree:
    def __init__(self, values):
        self.n = len(values)
        self.tree = [0] * (4 * self.n)
        self.build(1, 0, self.n - 1, values)

    def build(self, node, lo, hi, values):
        if lo == hi:
            self.tree[node] = values[lo]
            return
        mid = (lo + hi) // 2
        self.build(2 * node, lo, mid, values)
        self.build(2 * node + 1, mid + 1, hi, values)
        self.tree[node] = min(self.tree[2 * node], self.tree[2 * node + 1])

    def query(self, node, lo, hi, left, right):
        if right < lo or hi < left:
            return float("inf")
        if left <= lo and hi <= right:
            return self.tree[node]
        mid = (lo + hi) // 2
        return min(
            self.query(2 * node, lo, mid, left, right),
            self.query(2 * node + 1, mid + 1, hi, left, right),
        )


lines = sys.stdin.read().splitlines()
tree = SegmentTree(list(map(int, lines[1].split())))
for line in lines[2:]:
    left, right = map(int, line.split())
    print(tree.query(1, 0, tree.n - 1, left - 1, right - 1))
