import math

n = int(input())
pts = []
for _ in range(n):
    x, y = input().split()
    pts.append((int(x), int(y)))
pts.sort()
best = math.inf
for i in range(n):
    x, y = pts[i]
    for j in range(i + 1, n):
        u, v = pts[j]
        if u - x >= best:
            break
        d = math.sqrt((u - x) ** 2 + (v - y) ** 2)
        if d < best:
            best = d
print(best)
