input()
r = [int(t) for t in input().split()]
m = len(r)
best = [[0] * m for _ in range(m)]
for right in range(2, m):
    for left in reversed(range(right - 1)):
        options = []
        for cut in range(left + 1, right):
            options.append(best[left][cut] + best[cut][right] + r[left] * r[cut] * r[right])
        best[left][right] = min(options)
print(best[0][m - 1])
