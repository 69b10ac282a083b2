import sys


class Search:
    def __init__(self, n):
        self.n = n
        self.squares = []
        i = 1
        while i * i <= n:
            self.squares.append(i * i)
            i += 1

    def possible(self, left, depth, last):
        """left as a sum of depth squares with indices up to last"""
        if depth == 0:
            return left == 0
        return any(
            self.possible(left - self.squares[k], depth - 1, k)
            for k in range(last, -1, -1)
            if self.squares[k] <= left
        )

    def run(self):
        depth = 0
        found = False
        while not found:
            depth += 1
            found = self.possible(self.n, depth, len(self.squares) - 1)
        return depth


print(Search(int(sys.stdin.readline())).run())
