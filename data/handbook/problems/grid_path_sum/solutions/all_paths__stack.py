import sys
from typing import Iterator

Grid = list[list[int]]


def totals(grid: Grid) -> Iterator[int]:
    """The tolls of all the ways through the grid, one after the other."""
    last_row, last_column = len(grid) - 1, len(grid[0]) - 1
    stack = [(0, 0, grid[0][0])]
    while stack:
        row, column, paid = stack.pop()
        if (row, column) == (last_row, last_column):
            yield paid
            continue
        if column < last_column:
            stack.append((row, column + 1, paid + grid[row][column + 1]))
        if row < last_row:
            stack.append((row + 1, column, paid + grid[row + 1][column]))


def main() -> None:
    height, _width = map(int, sys.stdin.readline().split())
    grid = [list(map(int, sys.stdin.readline().split())) for _ in range(height)]
    print(min(totals(grid)))


if __name__ == "__main__":
    main()
