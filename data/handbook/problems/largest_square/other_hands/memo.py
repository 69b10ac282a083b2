import sys

sys.setrecursionlimit(5000)
(rows, cols), *grid = [line.split() for line in sys.stdin if line.strip()]
rows, cols = int(rows), int(cols)
good = {(y, x) for y in range(rows) for x in range(cols) if grid[y][0][x] == "1"}
cache = {}


def ending_at(cell):
    if cell not in good:
        return 0
    if cell not in cache:
        y, x = cell
        cache[cell] = 1 + min(map(ending_at, ((y - 1, x), (y, x - 1), (y - 1, x - 1))))
    return cache[cell]


print(max(map(ending_at, good)) if good else 0)
