import sys
from math import inf

n, *nums = map(int, sys.stdin.read().split())
stack = [(-inf, -1, -1)]  # value, position, nearest smaller to the left
answer = 0
for j, x in enumerate(nums + [-10**7]):
    while stack[-1][0] > x:
        value, at, before = stack.pop()
        answer += value * (at - before) * (j - at)
    stack.append((x, j, stack[-1][1]))
print(answer)
