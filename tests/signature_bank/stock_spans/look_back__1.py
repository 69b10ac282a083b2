n = int(input())
a = list(map(int, input().split()))
res = []
for i in range(n):
    j = i
    while j >= 0 and a[j] <= a[i]:
        j -= 1
    res.append(i - j)
print(*res)
