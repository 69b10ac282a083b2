import sys
from typing import List


def sweep(h: List[List[int]], f: List[List[int]]) -> int:
    """One pass over the grid; says how many cells grew."""
    grown = 0
    last_row, last_col = len(h) - 1, len(h[0]) - 1
    for y in range(last_row, -1, -1):
        for x in range(last_col, -1, -1):
            value = f[y][x]
            if y < last_row and h[y + 1][x] > h[y][x]:
                value = max(value, f[y + 1][x] + 1)
            if y and h[y - 1][x] > h[y][x]:
                value = max(value, f[y - 1][x] + 1)
            if x < last_col and h[y][x + 1] > h[y][x]:
                value = max(value, f[y][x + 1] + 1)
            if x and h[y][x - 1] > h[y][x]:
                value = max(value, f[y][x - 1] + 1)
            if value != f[y][x]:
                f[y][x] = value
                grown += 1
    return grown


def main() -> None:
    rows, _ = map(int, input().split())
    h = [[int(t) for t in input().split()] for _ in range(rows)]
    f = [[1 for _ in row] for row in h]
    while sweep(h, f):
        pass
    print(max(v for row in f for v in row))


main()
