import sys

n, *c = map(int, sys.stdin.read().split())
points = sorted(zip(c[::2], c[1::2]))
best = min(((a - u) ** 2 + (b - v) ** 2) ** 0.5 for (a, b), (u, v) in zip(points, points[1:]))
cells = {}
for x, y in points:
    cells.setdefault((int(x / best // 1), int(y / best // 1)), []).append((x, y))
for (i, j), here in cells.items():
    for u in (i - 1, i, i + 1):
        for v in (j - 1, j, j + 1):
            for p in cells.get((u, v), ()):
                for q in here:
                    if p is not q:
                        best = min(best, ((p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2) ** 0.5)
print(best)
