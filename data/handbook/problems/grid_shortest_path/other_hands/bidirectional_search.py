import sys


class Side:
    """One of the two searches: the distances found and the outermost layer."""

    def __init__(self, origin):
        self.dist = {origin: 0}
        self.edge = [origin]

    def advance(self, grid, opposite):
        layer = []
        for y, x in self.edge:
            d = self.dist[y, x] + 1
            for ny, nx in ((y - 1, x), (y, x - 1), (y + 1, x), (y, x + 1)):
                if not 0 <= ny < len(grid) or not 0 <= nx < len(grid[ny]):
                    continue
                if grid[ny][nx] == "#" or (ny, nx) in self.dist:
                    continue
                if (ny, nx) in opposite.dist:
                    return d + opposite.dist[ny, nx]
                self.dist[ny, nx] = d
                layer.append((ny, nx))
        self.edge = layer
        return None


def solve(grid):
    marks = {ch: (y, x) for y, row in enumerate(grid) for x, ch in enumerate(row) if ch in "ST"}
    a, b = Side(marks["S"]), Side(marks["T"])
    turn = 0
    while a.edge and b.edge:
        found = a.advance(grid, b) if turn % 2 == 0 else b.advance(grid, a)
        if found is not None:
            return found
        turn += 1
    return -1


print(solve(sys.stdin.read().split()[2:]))
