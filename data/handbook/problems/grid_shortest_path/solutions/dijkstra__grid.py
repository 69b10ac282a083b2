import sys
from heapq import heappop, heappush


def solve() -> int:
    lines = sys.stdin.read().splitlines()
    height, width = (int(x) for x in lines[0].split())
    grid = lines[1:]
    text = "".join(grid)
    start, end = divmod(text.index("S"), width), divmod(text.index("T"), width)
    distance = {start: 0}
    visited: set[tuple[int, int]] = set()
    queue: list[tuple[int, int, int]] = [(0, *start)]
    while queue:
        d, y, x = heappop(queue)
        if (y, x) == end:
            return d
        if (y, x) in visited:
            continue
        visited.add((y, x))
        for dy, dx in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            ny, nx = y + dy, x + dx
            if ny < 0 or nx < 0 or ny == height or nx == width:
                continue
            if grid[ny][nx] == "#":
                continue
            if d + 1 < distance.get((ny, nx), sys.maxsize):
                distance[ny, nx] = d + 1
                heappush(queue, (d + 1, ny, nx))
    return -1


print(solve())
