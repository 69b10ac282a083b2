n = int(input())
h = list(map(int, input().split()))
best = 0
for i in range(n):
    for j in range(i + 1, n):
        best = max(best, min(h[i], h[j]) * (j - i))
print(best)
