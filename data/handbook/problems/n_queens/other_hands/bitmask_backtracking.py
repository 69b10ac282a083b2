import sys


class Board:
    def __init__(self, rows):
        self.full = 2 ** len(rows) - 1
        self.broken = []
        for row in rows:
            self.broken.append(sum(1 << k for k, ch in enumerate(row) if ch == "#"))

    def count(self, row, down, west, east):
        """rows are filled from the last one to the first"""
        if row < 0:
            return 1
        result = 0
        free = self.full & ~(self.broken[row] | down | west | east)
        while free:
            k = free.bit_length() - 1
            q = 1 << k
            free -= q
            result += self.count(row - 1, down + q, (west | q) >> 1, (east | q) << 1)
        return result


lines = sys.stdin.read().split()[1:]
print(Board(lines).count(len(lines) - 1, 0, 0, 0))
