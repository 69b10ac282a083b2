class Band:
    BIG = 1 << 30

    def __init__(self, x: str, y: str):
        self.x, self.y = x, y

    def cost(self, k: int) -> int:
        """Cost when the column may differ from the row by k at most."""
        x, y = self.x, self.y
        width = 2 * k + 1
        # cell t of a line stands for the column row + t - k
        line = [self.BIG] * (width + 1)
        for t in range(k, width):
            line[t] = t - k
        for row, ch in enumerate(x, 1):
            left = self.BIG
            for t in range(width):
                col = row + t - k
                if col < 0 or col > len(y):
                    left = self.BIG
                elif col == 0:
                    left = row
                else:
                    left = min(left + 1, line[t + 1] + 1, line[t] + (y[col - 1] != ch))
                line[t] = left
        return line[len(y) - len(x) + k]

    def solve(self) -> int:
        k = abs(len(self.x) - len(self.y)) + 1
        while True:
            c = self.cost(k)
            if c <= k:
                return c
            k += k


print(Band(input().strip(), input().strip()).solve())
