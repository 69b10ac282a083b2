n = int(input())
a = list(map(int, input().split()))
INF = 10**9
t = [INF] * (2 * n)


def update(i, v):
    i += n
    t[i] = v
    while i > 1:
        i //= 2
        t[i] = min(t[2 * i], t[2 * i + 1])


def query(l, r):
    # minimum of [l, r)
    res = INF
    l += n
    r += n
    while l < r:
        if l & 1:
            res = min(res, t[l])
            l += 1
        if r & 1:
            r -= 1
            res = min(res, t[r])
        l //= 2
        r //= 2
    return res


update(n - 1, 0)
for i in range(n - 2, -1, -1):
    update(i, query(i + 1, min(n, i + a[i] + 1)) + 1)
ans = query(0, 1)
print(ans if ans < INF else -1)
