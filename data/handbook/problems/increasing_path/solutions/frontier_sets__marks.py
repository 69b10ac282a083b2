import sys
from typing import List

Marks = List[List[bool]]


def advance(heights: List[List[int]], marked: Marks) -> Marks:
    """Marks the cells with a lower marked cell next to them."""
    rows, cols = len(heights), len(heights[0])
    fresh = [[False] * cols for _ in range(rows)]
    for i in range(rows):
        for j in range(cols):
            h = heights[i][j]
            fresh[i][j] = (
                (i > 0 and marked[i - 1][j] and heights[i - 1][j] < h)
                or (j > 0 and marked[i][j - 1] and heights[i][j - 1] < h)
                or (i + 1 < rows and marked[i + 1][j] and heights[i + 1][j] < h)
                or (j + 1 < cols and marked[i][j + 1] and heights[i][j + 1] < h)
            )
    return fresh


def main() -> None:
    rows, cols = map(int, sys.stdin.readline().split())
    heights = [list(map(int, sys.stdin.readline().split())) for _ in range(rows)]
    marked = [[True] * cols for _ in range(rows)]
    length = 0
    while any(any(row) for row in marked):
        marked = advance(heights, marked)
        length += 1
    print(length)


main()
