n = int(input())
a = list(map(int, input().split()))
best = 0
for mask in range(1 << n):
    x = 0
    for i in range(n):
        if mask >> i & 1:
            x ^= a[i]
    best = max(best, x)
print(best)
