k = int(input())
res = []
for _ in range(k):
    b = list(map(int, input().split()))[1:]
    if not res:
        res = b
        continue
    a = res
    res = []
    i = j = 0
    while i < len(a) and j < len(b):
        if a[i] <= b[j]:
            res.append(a[i])
            i += 1
        else:
            res.append(b[j])
            j += 1
    res += a[i:]
print(*res)
