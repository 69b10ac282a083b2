# for every end: the last point to the left that lies lower, and the first one of equal height after that
import sys
from bisect import bisect_right


def solve(s):
    height = [0]
    for ch in s:
        if ch == "(":
            height.append(height[-1] + 1)
        else:
            height.append(height[-1] - 1)
    lowest = min(height)
    by_height = [[] for _ in range(max(height) - lowest + 1)]
    stack = []
    best = 0
    for j, h in enumerate(height):
        row = by_height[h - lowest]
        row.append(j)
        while stack and height[stack[-1]] >= h:
            stack.pop()
        lower = stack[-1] if stack else -1
        stack.append(j)
        i = row[bisect_right(row, lower)]
        best = max(best, j - i)
    return best


print(solve(sys.stdin.readline().strip()))
