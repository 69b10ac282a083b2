import sys


class Table:
    def __init__(self, up: str, down: str):
        self.cells = {}
        for c, q in enumerate(down):
            for r, p in enumerate(up):
                self.cells[r, c] = self.fill(r, c, p == q)
        self.answer = self.get(len(up) - 1, len(down) - 1)

    def get(self, r, c):
        return self.cells.get((r, c), 0)

    def fill(self, r, c, equal):
        return max(self.get(r - 1, c), self.get(r, c - 1), self.get(r - 1, c - 1) + equal)


print(Table(*sys.stdin.read().split()).answer)
