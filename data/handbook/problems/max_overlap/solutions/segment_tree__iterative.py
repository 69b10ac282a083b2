import sys


class RangeAddMax:
    def __init__(self, size: int) -> None:
        self.size = size
        self.best = [0] * (2 * size)
        self.lazy = [0] * size

    def _apply(self, node: int) -> None:
        self.best[node] += 1
        if node < self.size:
            self.lazy[node] += 1

    def _build(self, node: int) -> None:
        node >>= 1
        while node >= 1:
            self.best[node] = max(self.best[2 * node], self.best[2 * node + 1]) + self.lazy[node]
            node >>= 1

    def increment(self, left: int, right: int) -> None:
        """One more on the half-open range [left, right)."""
        lo = left + self.size
        hi = right + self.size
        first, last = lo, hi - 1
        while lo < hi:
            if lo & 1:
                self._apply(lo)
                lo += 1
            if hi & 1:
                hi -= 1
                self._apply(hi)
            lo >>= 1
            hi >>= 1
        self._build(first)
        self._build(last)

    def maximum(self) -> int:
        return self.best[1]


def main() -> None:
    _, *rows = sys.stdin.read().splitlines()
    visits = [tuple(map(int, row.split())) for row in rows]
    size = 1
    while size <= max(left for _, left in visits):
        size *= 2
    tree = RangeAddMax(size)
    for came, left in visits:
        tree.increment(came, left + 1)
    print(tree.maximum())


main()
