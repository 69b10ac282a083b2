k = int(input())
res = []
for _ in range(k):
    b = list(map(int, input().split()))[1:]
    a = res
    res = []
    i = j = 0
    while i < len(a) or j < len(b):
        if j == len(b) or i < len(a) and a[i] <= b[j]:
            res.append(a[i])
            i += 1
        else:
            res.append(b[j])
            j += 1
print(*res)
