n = int(input())
a = sorted(set(map(int, input().split())))
best = cur = 1
for x, y in zip(a, a[1:]):
    if y - x == 1:
        cur += 1
    else:
        best = max(best, cur)
        cur = 1
print(best)
