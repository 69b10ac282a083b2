import fileinput
from itertools import accumulate
from operator import add

lines = (line.strip() for line in fileinput.input())
height, width = map(int, next(lines).split())

# stones[y][x]: stones above and left of the grid point (y, x)
stones = [[0] * (width + 1)]
for line in lines:
    of_row = [0, *accumulate(1 - int(c) for c in line)]
    stones.append(list(map(add, stones[-1], of_row)))


def count(top: int, left: int, bottom: int, right: int) -> int:
    return stones[bottom][right] - stones[top][right] - stones[bottom][left] + stones[top][left]


def free_sides():
    yield 0
    for bottom in range(1, height + 1):
        for right in range(1, width + 1):
            for side in range(1, min(bottom, right) + 1):
                if count(bottom - side, right - side, bottom, right) == 0:
                    yield side


print(max(free_sides()))
