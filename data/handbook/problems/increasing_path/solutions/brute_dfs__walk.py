import sys


class Walker:
    """Tries every rising walk and remembers the length of the longest one."""

    def __init__(self, grid: dict[tuple[int, int], int]) -> None:
        self.grid = grid
        self.longest = 0

    def walk(self, row: int, col: int, length: int) -> None:
        if length > self.longest:
            self.longest = length
        height = self.grid[row, col]
        # a border of missing cells stops the walk
        if self.grid.get((row - 1, col), -1) > height:
            self.walk(row - 1, col, length + 1)
        if self.grid.get((row + 1, col), -1) > height:
            self.walk(row + 1, col, length + 1)
        if self.grid.get((row, col - 1), -1) > height:
            self.walk(row, col - 1, length + 1)
        if self.grid.get((row, col + 1), -1) > height:
            self.walk(row, col + 1, length + 1)


def main() -> None:
    sys.stdin.readline()
    grid = {}
    for row, line in enumerate(sys.stdin):
        for col, word in enumerate(line.split()):
            grid[row, col] = int(word)
    walker = Walker(grid)
    for row, col in grid:
        walker.walk(row, col, 1)
    print(walker.longest)


if __name__ == "__main__":
    main()
