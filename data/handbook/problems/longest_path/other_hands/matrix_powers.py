import sys


class BoolMatrix:
    def __init__(self, rows):
        self.rows = [tuple(row) for row in rows]

    def __matmul__(self, other):
        cols = list(zip(*other.rows))
        return BoolMatrix([any(x and y for x, y in zip(row, col)) for col in cols] for row in self.rows)

    def __bool__(self):
        return True in (entry for row in self.rows for entry in row)


it = map(int, sys.stdin.read().split())
n, m = next(it), next(it)
edges = set(zip(it, it))
step = BoolMatrix([(i, j) in edges for j in range(1, n + 1)] for i in range(1, n + 1))
k, walk = 0, step
while walk:
    k, walk = k + 1, step @ walk
print(k)
