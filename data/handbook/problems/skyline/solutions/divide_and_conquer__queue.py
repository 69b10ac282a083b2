import sys
from collections import deque
from heapq import merge


def united(first, second):
    """Higher of two outlines."""
    tagged = merge([(x, 0, h) for x, h in first], [(x, 1, h) for x, h in second])
    height = [0, 0]
    result = {}
    for x, which, h in tagged:
        height[which] = h
        result[x] = max(height)
    before = 0
    points = []
    for x, h in result.items():
        if h != before:
            points.append((x, h))
        before = h
    return points


def main():
    _, *lines = sys.stdin.read().strip().split("\n")
    outlines = deque()
    for line in lines:
        l, r, h = map(int, line.split())
        outlines.append([(l, h), (r, 0)])
    # neighbours in the queue are joined until one outline is left
    while len(outlines) > 1:
        outlines.append(united(outlines.popleft(), outlines.popleft()))
    sys.stdout.writelines("%d %d\n" % point for point in outlines[0])


main()
