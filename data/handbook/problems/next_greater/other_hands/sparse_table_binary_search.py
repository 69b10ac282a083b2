import sys
from math import inf


class MaxTable:
    def __init__(self, xs):
        self.rows = {0: list(xs)}
        level, span = 0, 1
        while 2 * span <= len(xs):
            below = self.rows[level]
            level += 1
            self.rows[level] = [max(p, q) for p, q in zip(below, below[span:])]
            span *= 2

    def query(self, first, last):
        """Maximum of the closed range."""
        level = (last - first + 1).bit_length() - 1
        row = self.rows[level]
        return max(row[first], row[last + 1 - 2**level])


def main():
    _, *xs = (int(t) for t in sys.stdin.read().split())
    xs.append(inf)  # so that the search never fails
    table = MaxTable(xs)
    out = []
    for i, x in enumerate(xs[:-1]):
        bad, good = i, len(xs) - 1
        while good - bad > 1:
            middle = (bad + good) // 2
            if table.query(i + 1, middle) > x:
                good = middle
            else:
                bad = middle
        out.append(-1 if xs[good] == inf else xs[good])
    print(*out)


main()
