import sys


class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]

    def __matmul__(self, other):
        columns = list(zip(*other.rows))
        return Matrix([sum(x * y for x, y in zip(row, col) if x) for col in columns] for row in self.rows)

    def __sub__(self, other):
        return Matrix([x - y for x, y in zip(r, s)] for r, s in zip(self.rows, other.rows))

    def trace(self):
        return sum(row[i] for i, row in enumerate(self.rows))


def diagonal(values):
    return Matrix([v if i == j else 0 for j in range(len(values))] for i, v in enumerate(values))


def walks(adjacency):
    """Yield (length, matrix of walks without U-turns) for length 1, 2, 3, ..."""
    degree = [sum(row) for row in adjacency.rows]
    turns = diagonal([d - 1 for d in degree])
    older, newer = adjacency, adjacency @ adjacency - diagonal(degree)
    yield 1, older
    length = 2
    while True:
        yield length, newer
        older, newer = newer, newer @ adjacency - older @ turns
        length += 1


def main():
    text = sys.stdin.read().split()
    n = int(text[0])
    rows = [[0] * n for _ in range(n)]
    for u, v in zip(text[2::2], text[3::2]):
        rows[int(u) - 1][int(v) - 1] = rows[int(v) - 1][int(u) - 1] = 1
    for length, matrix in walks(Matrix(rows)):
        if length > n:
            print(-1)
            return
        if matrix.trace() > 0:
            print(length)
            return


main()
