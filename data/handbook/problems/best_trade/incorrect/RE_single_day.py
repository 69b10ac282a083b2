n = int(input())
a = list(map(int, input().split()))
low = min(a[0], a[1])
best = max(0, a[1] - a[0])
for i in range(2, n):
    best = max(best, a[i] - low)
    low = min(low, a[i])
print(best)
