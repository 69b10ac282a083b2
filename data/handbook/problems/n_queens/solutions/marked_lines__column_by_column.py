"""Queens column after column, from the right; the lines in use are handed down as frozen sets."""
import sys


def placements(free, column, used):
    if column < 0:
        yield ()
        return
    for row in free[column]:
        lines = {("row", row), ("sum", row + column), ("difference", row - column)}
        if lines.isdisjoint(used):
            for rest in placements(free, column - 1, used | lines):
                yield (row,) + rest


size = int(sys.stdin.readline())
grid = [sys.stdin.readline() for _ in range(size)]
free = [[i for i in range(size) if grid[i][j] == "."] for j in range(size)]
print(len(list(placements(free, size - 1, frozenset()))))
