import sys

n, *a = map(int, sys.stdin.read().split())
best = cur = a[0]
for i in range(1, n - 1):
    cur = max(a[i], cur + a[i])
    best = max(best, cur)
print(best)
