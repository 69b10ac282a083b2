import sys


class Chess:
    def __init__(self, grid):
        self.grid = grid
        self.n = len(grid)
        self.in_col = [0] * self.n
        self.in_up = [0] * (2 * self.n - 1)
        self.in_down = [0] * (2 * self.n - 1)
        self.found = 0

    def toggle(self, r, c, by):
        self.in_col[c] += by
        self.in_up[r + c] += by
        self.in_down[self.n - 1 + r - c] += by

    def free(self, r, c):
        if self.grid[r][c] == "#":
            return False
        return self.in_col[c] + self.in_up[r + c] + self.in_down[self.n - 1 + r - c] == 0

    def fill(self, r):
        if r < 0:
            self.found += 1
        else:
            for c in range(self.n):
                if self.free(r, c):
                    self.toggle(r, c, 1)
                    self.fill(r - 1)
                    self.toggle(r, c, -1)


sys.stdin.readline()
game = Chess([line.strip() for line in sys.stdin if line.strip()])
game.fill(game.n - 1)
print(game.found)
