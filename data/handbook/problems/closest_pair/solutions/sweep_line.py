# from left to right; the points that are not too far behind, sorted by y
from bisect import bisect_left, insort
from math import hypot

n = int(input())
points = sorted(tuple(map(int, input().split())) for _ in range(n))
best = 10.0**9
window = []
tail = 0
for x, y in points:
    while points[tail][0] < x - best:
        a, b = points[tail]
        del window[bisect_left(window, (b, a))]
        tail += 1
    i = bisect_left(window, (y - best, -(10**9)))
    while i < len(window) and window[i][0] <= y + best:
        best = min(best, hypot(window[i][1] - x, window[i][0] - y))
        i += 1
    insort(window, (y, x))
print(best)
