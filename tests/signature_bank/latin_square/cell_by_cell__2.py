import sys


class Square:
    def __init__(self, rows):
        self.size = len(rows)
        self.rows = rows
        self.in_row = [set(row) - {0} for row in rows]
        self.in_col = [set(col) - {0} for col in zip(*rows)]
        self.free = [(r, c) for r in range(self.size) for c in range(self.size) if not rows[r][c]]
        self.count = 0

    def fill(self, index):
        if index == len(self.free):
            self.count += 1
            return
        r, c = self.free[index]
        for value in range(1, self.size + 1):
            if value in self.in_row[r] or value in self.in_col[c]:
                continue
            self.in_row[r].add(value)
            self.in_col[c].add(value)
            self.fill(index + 1)
            self.in_row[r].remove(value)
            self.in_col[c].remove(value)


lines = sys.stdin.read().splitlines()[1:]
square = Square([list(map(int, line.split())) for line in lines])
square.fill(0)
print(square.count)
