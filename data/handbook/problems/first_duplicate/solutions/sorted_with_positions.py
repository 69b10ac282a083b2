n = int(input())
a = list(map(int, input().split()))
p = sorted((x, i) for i, x in enumerate(a))
best = n
for k in range(1, n):
    if p[k][0] == p[k - 1][0]:
        best = min(best, p[k][1])
print(a[best] if best < n else -1)
