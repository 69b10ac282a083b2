import sys
from math import log2


class SparseTable:
    def __init__(self, values: list[int]) -> None:
        n = len(values)
        levels = int(log2(n)) + 1
        self.table = [[0] * n for _ in range(levels)]
        for i in range(n):
            self.table[0][i] = values[i]
        for k in range(1, levels):
            for i in range(n - (1 << k) + 1):
                self.table[k][i] = min(self.table[k - 1][i], self.table[k - 1][i + (1 << (k - 1))])

    def query(self, left: int, right: int) -> int:
        k = int(log2(right - left + 1))
        return min(self.table[k][left], self.table[k][right - (1 << k) + 1])


def main() -> None:
    data = list(map(int, sys.stdin.read().split()))
    n, q = data[0], data[1]
    table = SparseTable(data[2 : 2 + n])
    for i in range(q):
        print(table.query(data[2 + n + 2 * i] - 1, data[3 + n + 2 * i] - 1))


main()
