n = int(input())
a = list(map(int, input().split()))
res = []
for i in range(n):
    p = 1
    for j in range(n):
        if i != j:
            p *= a[j]
    res.append(p)
print(*res)
