n, k = map(int, input().split())
a = sorted(map(int, input().split()))

def ok(d):
    cnt = 1
    last = a[0]
    for x in a[1:]:
        if x - last >= d:
            cnt += 1
            last = x
    return cnt >= k

l, r = 0, a[-1] - a[0]
while l < r:
    m = (l + r + 1) // 2
    if ok(m):
        l = m
    else:
        r = m - 1
print(l)
