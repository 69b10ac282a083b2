n, k = map(int, input().split())
a = list(map(int, input().split()))
res = []
for i in range(n - k + 1):
    best = i
    for j in range(i, i + k + 1):
        if a[j] > a[best] and j < i + k:
            best = j
    res.append(a[best])
print(*res)
