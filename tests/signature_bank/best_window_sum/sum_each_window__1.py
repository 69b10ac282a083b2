n, k = map(int, input().split())
a = list(map(int, input().split()))
best = -10**18
for i in range(n - k + 1):
    s = 0
    for j in range(i, i + k):
        s += a[j]
    if s > best:
        best = s
print(best)
