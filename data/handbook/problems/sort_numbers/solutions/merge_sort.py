def sort(a):
    if len(a) < 2:
        return a
    m = len(a) // 2
    l, r = sort(a[:m]), sort(a[m:])
    res = []
    i = j = 0
    while i < len(l) and j < len(r):
        if l[i] <= r[j]:
            res.append(l[i])
            i += 1
        else:
            res.append(r[j])
            j += 1
    return res + l[i:] + r[j:]


n = int(input())
print(*sort(list(map(int, input().split()))))
