n = int(input())
p = sorted(tuple(map(int, input().split())) for _ in range(n))
best = 10**12
for i in range(n):
    for j in range(i + 1, n):
        if (p[j][0] - p[i][0]) ** 2 >= best:
            break
        best = min(best, (p[j][0] - p[i][0]) ** 2 + (p[j][1] - p[i][1]) ** 2)
print(int(best**0.5))
