import sys
from itertools import accumulate

_, *fronts = map(int, sys.stdin.read().split())
areas = (
    width * height
    for left in range(len(fronts))
    for width, height in enumerate(accumulate(fronts[left:], min), start=1)
)
print(max(areas))
