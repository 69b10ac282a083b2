import sys


class SegmentTree:
    def __init__(self, data):
        self.n = len(data)
        self.tree = [None] * (4 * self.n)
        self._build(1, 0, self.n - 1, data)

    def _build(self, node, start, end, data):
        if start == end:
            self.tree[node] = data[start]
            return
        mid = (start + end) // 2
        self._build(2 * node, start, mid, data)
        self._build(2 * node + 1, mid + 1, end, data)
        self.tree[node] = max(self.tree[2 * node], self.tree[2 * node + 1])

    def query(self, left, right, node=1, start=0, end=None):
        if end is None:
            end = self.n - 1
        if left <= start and end <= right:
            return self.tree[node]
        mid = (start + end) // 2
        best = float("-inf")
        if left <= mid:
            best = max(best, self.query(left, right, 2 * node, start, mid))
        if right > mid:
            best = max(best, self.query(left, right, 2 * node + 1, mid + 1, end))
        return best


def main():
    it = iter(sys.stdin.read().split())
    n, k = int(next(it)), int(next(it))
    tree = SegmentTree([int(x) for x in it])
    print(*[tree.query(i, i + k - 1) for i in range(n - k + 1)])


main()
