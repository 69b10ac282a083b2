import sys
from bisect import bisect_right
from collections import defaultdict
from itertools import accumulate

s = sys.stdin.readline().strip()
heights = [0] + list(accumulate(1 if c == "(" else -1 for c in s))
points = defaultdict(list)
for i, height in enumerate(heights):
    points[height].append(i)


def first_below(values):
    """for every position the next one with a smaller value, or the length"""
    result = [len(values)] * len(values)
    waiting = []
    for i in range(len(values) - 1, -1, -1):
        while waiting and values[waiting[-1]] >= values[i]:
            waiting.pop()
        if waiting:
            result[i] = waiting[-1]
        waiting.append(i)
    return result


below = first_below(heights)
longest = 0
for i, height in enumerate(heights):
    same = points[height]
    last = same[bisect_right(same, below[i]) - 1]
    if last - i > longest:
        longest = last - i
print(longest)
