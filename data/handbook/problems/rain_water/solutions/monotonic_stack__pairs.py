# water is laid in horizontal slabs: every wall fills the basins to its left up to its own height
import sys

input = sys.stdin.readline


def trapped(heights):
    stack = []  # (height, position), heights falling
    total = 0
    for position, height in enumerate(heights):
        floor = 0
        while len(stack) > 0:
            top, where = stack[-1]
            width = position - where - 1
            total += width * (min(top, height) - floor)
            floor = min(top, height)
            if top > height:
                break
            stack.pop()
        stack.append((height, position))
    return total


n = int(input())
print(trapped(map(int, input().split())))
