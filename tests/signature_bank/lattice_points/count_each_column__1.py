from fractions import Fraction
from math import ceil, floor

n = int(input())
p = [tuple(map(int, input().split())) for _ in range(n)]
c = 0
for x in range(min(a for a, b in p) + 1, max(a for a, b in p)):
    ys = []
    for i in range(n):
        x1, y1 = p[i - 1]
        x2, y2 = p[i]
        if x1 != x2 and min(x1, x2) <= x <= max(x1, x2):
            ys.append(y1 + Fraction((x - x1) * (y2 - y1), x2 - x1))
    # the polygon is convex
    c += max(0, ceil(max(ys)) - 1 - floor(min(ys)))
print(c)
