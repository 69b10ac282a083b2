n, q = map(int, input().split())
a = list(map(int, input().split()))
qs = []
for i in range(q):
    l, r = map(int, input().split())
    qs.append((l - 1, r - 1, i))
B = int(n ** 0.5) + 1
qs.sort(key=lambda x: (x[0] // B, x[1]))
cnt = {}
res = [0] * q
cur = 0
L, R = 0, -1
for l, r, i in qs:
    while R < r:
        R += 1
        cnt[a[R]] = cnt.get(a[R], 0) + 1
        if cnt[a[R]] == 1:
            cur += 1
    while L > l:
        L -= 1
        cnt[a[L]] = cnt.get(a[L], 0) + 1
        if cnt[a[L]] == 1:
            cur += 1
    while R > r:
        cnt[a[R]] -= 1
        if cnt[a[R]] == 0:
            cur -= 1
        R -= 1
    while L < l:
        cnt[a[L]] -= 1
        if cnt[a[L]] == 0:
            cur -= 1
        L += 1
    res[i] = cur
print(*res, sep="\n")
