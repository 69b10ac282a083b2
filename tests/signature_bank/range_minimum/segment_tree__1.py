n, q = map(int, input().split())
a = list(map(int, input().split()))
t = [0] * n + a
for i in range(n - 1, 0, -1):
    t[i] = min(t[2 * i], t[2 * i + 1])
for _ in range(q):
    l, r = map(int, input().split())
    l += n - 1
    r += n
    res = 10**18
    while l < r:
        if l & 1:
            res = min(res, t[l])
            l += 1
        if r & 1:
            r -= 1
            res = min(res, t[r])
        l >>= 1
        r >>= 1
    print(res)
