import sys


def spiral(grid):
    height, width = len(grid), len(grid[0])
    visited = set()
    r, c, dr, dc = 0, 0, 0, 1
    order = []
    while len(order) < height * width:
        order.append(grid[r][c])
        visited.add((r, c))
        if (r + dr, c + dc) in visited or not 0 <= r + dr < height or not 0 <= c + dc < width:
            dr, dc = dc, -dr
        r += dr
        c += dc
    return order


if __name__ == "__main__":
    header, *rest = sys.stdin.read().strip().split("\n")
    print(*spiral([line.split() for line in rest]))
