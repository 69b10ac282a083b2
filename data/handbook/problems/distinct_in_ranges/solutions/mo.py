import sys
input = sys.stdin.readline

n, q = map(int, input().split())
a = list(map(int, input().split()))
# compress
ids = {v: i for i, v in enumerate(sorted(set(a)))}
a = [ids[v] for v in a]
qs = []
for i in range(q):
    l, r = map(int, input().split())
    qs.append((l - 1, r - 1, i))
B = max(1, int(n / q ** 0.5))
qs.sort(key=lambda t: (t[0] // B, t[1]))
cnt = [0] * len(ids)
ans = [0] * q
L, R, cur = 0, -1, 0
for l, r, i in qs:
    while L > l:
        L -= 1
        cnt[a[L]] += 1
        if cnt[a[L]] == 1:
            cur += 1
    while R < r:
        R += 1
        cnt[a[R]] += 1
        if cnt[a[R]] == 1:
            cur += 1
    while L < l:
        cnt[a[L]] -= 1
        if cnt[a[L]] == 0:
            cur -= 1
        L += 1
    while R > r:
        cnt[a[R]] -= 1
        if cnt[a[R]] == 0:
            cur -= 1
        R -= 1
    ans[i] = cur
print(*ans, sep="\n")
