import sys
from collections import deque


def neighbours(cell, heights):
    row, col = cell
    for other in ((row, col + 1), (row + 1, col), (row, col - 1), (row - 1, col)):
        if other in heights:
            yield other


def longest_path(heights):
    best = dict.fromkeys(heights, 1)
    waiting = deque(heights)
    queued = set(heights)
    answer = 1
    while waiting:
        cell = waiting.popleft()
        queued.discard(cell)
        longer = best[cell] + 1
        for other in neighbours(cell, heights):
            if heights[other] > heights[cell] and best[other] < longer:
                best[other] = longer
                answer = max(answer, longer)
                # its own neighbours have to be looked at again
                if other not in queued:
                    queued.add(other)
                    waiting.append(other)
    return answer


def main():
    tokens = iter(sys.stdin.read().split())
    rows, cols = int(next(tokens)), int(next(tokens))
    heights = {(i, j): int(next(tokens)) for i in range(rows) for j in range(cols)}
    sys.stdout.write(f"{longest_path(heights)}\n")


main()
