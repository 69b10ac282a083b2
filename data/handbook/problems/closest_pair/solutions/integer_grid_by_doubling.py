# the width of a grid such that two points share a cell or its neighbours: halve it as long as any do
import sys
from collections import defaultdict

n, *c = map(int, sys.stdin.read().split())
points = list(zip(c[0::2], c[1::2]))


def buckets(width):
    cells = defaultdict(list)
    for x, y in points:
        cells[x // width, y // width].append((x, y))
    return cells


width = 1 << 18
while width > 1 and any(len(cell) > 1 for cell in buckets(width // 2).values()):
    width //= 2
# some cell of this width holds two points, so the answer is at most 1.5 * width: look two cells around
cells = buckets(width)
best = 10**12
for (a, b), here in cells.items():
    if len(set(here)) < len(here):
        best = 0
        break
    for u in range(a, a + 3):
        for v in range(b - 2, b + 3):
            for x, y in cells.get((u, v), ()):
                for s, t in here:
                    d = (x - s) ** 2 + (y - t) ** 2
                    if 0 < d < best:
                        best = d
print("{:.6f}".format(best**0.5))
