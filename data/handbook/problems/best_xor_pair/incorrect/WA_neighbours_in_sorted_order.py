n = int(input())
a = sorted(map(int, input().split()))
best = 0
for x, y in zip(a, a[1:]):
    best = max(best, x ^ y)
print(best)
