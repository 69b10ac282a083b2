import sys


def rotate(grid):
    size = len(grid)
    for r in range(size):
        for c in range(r):
            grid[r][c], grid[c][r] = grid[c][r], grid[r][c]
    for r in range(size):
        left, right = 0, size - 1
        while left < right:
            grid[r][left], grid[r][right] = grid[r][right], grid[r][left]
            left += 1
            right -= 1


lines = sys.stdin.read().splitlines()
grid = [line.split() for line in lines[1 : int(lines[0]) + 1]]
rotate(grid)
print("\n".join(" ".join(row) for row in grid))
