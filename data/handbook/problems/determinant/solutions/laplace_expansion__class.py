import sys
from typing import List


class Matrix:
    def __init__(self, rows: List[List[int]]) -> None:
        self.rows = rows

    def without(self, row: int, column: int) -> "Matrix":
        """The matrix less one row and one column."""
        kept = []
        for i, values in enumerate(self.rows):
            if i == row:
                continue
            kept.append([value for j, value in enumerate(values) if j != column])
        return Matrix(kept)

    def determinant(self) -> int:
        if not self.rows:
            return 1
        total = 0
        sign = 1
        for i in range(len(self.rows)):
            if self.rows[i][0] != 0:
                total += sign * self.rows[i][0] * self.without(i, 0).determinant()
            sign = -sign
        return total


def main() -> None:
    data = [int(token) for token in sys.stdin.read().split()]
    n = data[0]
    print(Matrix([data[1 + i * n : 1 + (i + 1) * n] for i in range(n)]).determinant())


if __name__ == "__main__":
    main()
