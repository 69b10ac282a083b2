import sys
from itertools import combinations


def common(boxes):
    left, bottom, right, top = zip(*boxes)
    width = min(right) - max(left)
    height = min(top) - max(bottom)
    return max(0, width) * max(0, height)


boxes = [tuple(map(int, line.split())) for line in sys.stdin.read().splitlines()[1:]]
area = 0
sign = 1
for size in range(1, len(boxes) + 1):
    area += sign * sum(common(chosen) for chosen in combinations(boxes, size))
    sign = -sign
print(area)
