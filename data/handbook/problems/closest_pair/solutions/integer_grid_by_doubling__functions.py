import sys


def occupied(points, size):
    """points by cell"""
    grid = {}
    for point in points:
        grid.setdefault((point[0] // size, point[1] // size), []).append(point)
    return grid


def crowded(grid):
    for members in grid.values():
        if len(members) >= 2:
            return True
    return False


def solve():
    lines = sys.stdin.read().splitlines()
    points = []
    for line in lines[1:]:
        x, y = line.split()
        points.append((int(x), int(y)))
    if len(set(points)) < len(points):
        print(0)
        return
    west, south = min(x for x, _ in points), min(y for _, y in points)
    points = [(x - west, y - south) for x, y in points]
    size = 1
    while not crowded(occupied(points, size)):
        size *= 2
    # the answer is below 1.5 * size: it reaches over two cells at most
    grid = occupied(points, size)
    squares = []
    for (column, row), members in grid.items():
        around = []
        for c in (column - 2, column - 1, column, column + 1, column + 2):
            for r in (row - 2, row - 1, row, row + 1, row + 2):
                around += grid.get((c, r), [])
        for x, y in members:
            squares.append(min((x - u) ** 2 + (y - v) ** 2 or 10**15 for u, v in around))
    print(min(squares) ** 0.5)


solve()
