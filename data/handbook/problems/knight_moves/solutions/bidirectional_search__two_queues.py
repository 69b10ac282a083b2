import sys
from collections import deque

STEPS = [(a * x, b * y) for x, y in ((1, 2), (2, 1)) for a in (1, -1) for b in (1, -1)]


def grow(queue, here, there, size):
    """Takes one whole layer; gives the length of a way that meets the other side's squares, or None."""
    best = None
    for _ in range(len(queue)):
        row, column = queue.popleft()
        for i, j in STEPS:
            square = (row + i, column + j)
            if not (0 < square[0] <= size and 0 < square[1] <= size) or square in here:
                continue
            here[square] = here[(row, column)] + 1
            queue.append(square)
            if square in there:
                length = here[square] + there[square]
                if best is None or length < best:
                    best = length
    return best


def fewest_moves(size, start, goal):
    if start == goal:
        return 0
    from_start, from_goal = {start: 0}, {goal: 0}
    first, second = deque([start]), deque([goal])
    while first and second:
        found = grow(first, from_start, from_goal, size)
        if found is not None:
            return found
        found = grow(second, from_goal, from_start, size)
        if found is not None:
            return found
    return -1


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    print(fewest_moves(data[0], (data[1], data[2]), (data[3], data[4])))


main()
