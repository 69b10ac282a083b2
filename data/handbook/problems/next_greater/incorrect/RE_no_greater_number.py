n = int(input())
a = list(map(int, input().split()))
res = []
for i in range(n):
    j = i + 1
    while a[j] <= a[i]:
        j += 1
    res.append(a[j])
print(*res)
