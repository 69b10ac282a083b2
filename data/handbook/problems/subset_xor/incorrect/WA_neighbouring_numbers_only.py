n = int(input())
a = list(map(int, input().split()))
best = 0
for i in range(n):
    x = 0
    for j in range(i, n):
        x ^= a[j]
        best = max(best, x)
print(best)
