n, k = map(int, input().split())
t = [0] * n + list(map(int, input().split()))
for i in range(n - 1, 0, -1):
    t[i] = max(t[2 * i], t[2 * i + 1])
res = []
for s in range(n - k + 1):
    l, r = s + n, s + k + n
    m = -(10**7)
    while l < r:
        if l & 1:
            m = max(m, t[l])
            l += 1
        if r & 1:
            r -= 1
            m = max(m, t[r])
        l //= 2
        r //= 2
    res.append(m)
print(*res)
