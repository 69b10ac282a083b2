import sys
from collections import deque


class Peeler:
    STEPS = ((0, 1), (0, -1), (1, 0), (-1, 0))

    def __init__(self, grid):
        self.grid = grid
        self.height = {(i, j): v for i, row in enumerate(grid) for j, v in enumerate(row)}
        # how many higher neighbours a cell still has
        self.blocked = {cell: sum(1 for _ in self.near(cell, 1)) for cell in self.height}

    def near(self, cell, direction):
        for di, dj in self.STEPS:
            other = cell[0] + di, cell[1] + dj
            if other in self.height and (self.height[other] - self.height[cell]) * direction > 0:
                yield other

    def longest(self):
        rank = {cell: 1 for cell, b in self.blocked.items() if b == 0}
        ready = deque(rank)
        top = 0
        while ready:
            cell = ready.popleft()
            top = max(top, rank[cell])
            for lower in self.near(cell, -1):
                self.blocked[lower] -= 1
                rank[lower] = max(rank.get(lower, 1), rank[cell] + 1)
                if not self.blocked[lower]:
                    ready.append(lower)
        return top


lines = sys.stdin.read().splitlines()
print(Peeler([list(map(int, line.split())) for line in lines[1:] if line]).longest())
