n, k = map(int, input().split())
a = list(map(int, input().split()))
res = []
for i in range(n - k + 1):
    best = 0
    for x in a[i : i + k]:
        if x > best:
            best = x
    res.append(best)
print(*res)
