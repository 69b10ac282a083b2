n, k = map(int, input().split())
a = list(map(int, input().split()))
best = max(a[:k])
res = [best]
for x in a[k:]:
    best = max(best, x)
    res.append(best)
print(*res)
