n = int(input())
a = list(map(int, input().split()))
best = 0
for mask in range(1 << n):
    if mask & (mask << 1):
        continue
    best = max(best, sum(a[i] for i in range(n) if mask >> i & 1))
print(best)
