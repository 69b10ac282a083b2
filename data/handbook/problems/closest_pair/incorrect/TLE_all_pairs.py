from math import hypot

n = int(input())
p = [tuple(map(int, input().split())) for _ in range(n)]
best = float("inf")
for i in range(n):
    for j in range(i):
        best = min(best, hypot(p[i][0] - p[j][0], p[i][1] - p[j][1]))
print(best)
