from collections import namedtuple
from sys import stdin

Road = namedtuple("Road", "start end toll")


def make_roads(grid):
    for r, row in enumerate(grid):
        for c, toll in enumerate(row):
            if r:
                yield Road((r - 1, c), (r, c), toll)
            if c:
                yield Road((r, c - 1), (r, c), toll)


def relax_all(roads, cost):
    changed = False
    for road in roads:
        if road.start not in cost:
            continue
        offer = cost[road.start] + road.toll
        if road.end not in cost or offer < cost[road.end]:
            cost[road.end] = offer
            changed = True
    return changed


def main():
    stdin.readline()
    grid = [list(map(int, line.split())) for line in stdin]
    roads = list(make_roads(grid))
    cost = {(0, 0): grid[0][0]}
    while relax_all(roads, cost):
        pass
    print(cost[len(grid) - 1, len(grid[0]) - 1])


main()
