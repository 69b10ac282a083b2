import sys


class Queens:
    def __init__(self, size):
        self.size = size
        self.col = [False] * size
        self.up = [False] * (2 * size)
        self.down = [False] * (2 * size)
        self.found = 0

    def place(self, row):
        if row == self.size:
            self.found += 1
            return
        for c in range(self.size):
            u, d = row + c, row - c + self.size
            if not self.col[c] and not self.up[u] and not self.down[d]:
                self.col[c] = self.up[u] = self.down[d] = True
                self.place(row + 1)
                self.col[c] = self.up[u] = self.down[d] = False


q = Queens(int(sys.stdin.read()))
q.place(0)
print(q.found)
