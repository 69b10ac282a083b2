import sys
from heapq import heappop, heappush

input = sys.stdin.readline


def find(grid, letter):
    for i, row in enumerate(grid):
        if letter in row:
            return i, row.index(letter)


def a_star(grid, start, goal):
    def estimate(p):
        return abs(p[0] - goal[0]) + abs(p[1] - goal[1])

    cost = {start: 0}
    todo = [(estimate(start), 0, start)]
    while todo:
        _, minus, (i, j) = heappop(todo)
        if (i, j) == goal:
            return -minus
        if -minus > cost[i, j]:
            continue
        for p in ((i, j + 1), (i + 1, j), (i, j - 1), (i - 1, j)):
            if not (0 <= p[0] < len(grid) and 0 <= p[1] < len(grid[0])) or grid[p[0]][p[1]] == "#":
                continue
            c = 1 - minus
            if c < cost.get(p, 10**9):
                cost[p] = c
                heappush(todo, (c + estimate(p), -c, p))
    return -1


h, w = map(int, input().split())
grid = [input().strip() for _ in range(h)]
print(a_star(grid, find(grid, "S"), find(grid, "T")))
