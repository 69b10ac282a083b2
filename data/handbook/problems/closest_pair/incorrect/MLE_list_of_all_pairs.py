from math import sqrt

n = int(input())
p = [tuple(map(int, input().split())) for _ in range(n)]
pairs = []
for i in range(n):
    for j in range(i):
        pairs.append((sqrt((p[i][0] - p[j][0]) ** 2 + (p[i][1] - p[j][1]) ** 2), i, j))
print(min(pairs)[0])
