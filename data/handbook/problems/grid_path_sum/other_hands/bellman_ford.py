from collections import namedtuple

Road = namedtuple("Road", "tail head toll")


def roads(grid):
    for (r, c), toll in grid.items():
        for before in ((r - 1, c), (r, c - 1)):
            if before in grid:
                yield Road(before, (r, c), toll)


h, w = map(int, input().split())
grid = {}
for r in range(h):
    for c, t in enumerate(input().split()):
        grid[r, c] = int(t)

every = list(roads(grid))
cost = dict.fromkeys(grid, float("inf"))
cost[0, 0] = grid[0, 0]
for _ in range(len(grid)):
    for road in every:
        cost[road.head] = min(cost[road.head], cost[road.tail] + road.toll)
print(cost[h - 1, w - 1])
