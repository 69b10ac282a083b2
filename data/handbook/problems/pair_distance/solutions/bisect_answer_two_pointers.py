n, k = map(int, input().split())
a = sorted(map(int, input().split()))


def count(d):
    c = 0
    l = 0
    for r in range(n):
        while a[r] - a[l] > d:
            l += 1
        c += r - l
    return c


lo, hi = 0, a[-1] - a[0]
while lo < hi:
    mid = (lo + hi) // 2
    if count(mid) >= k:
        hi = mid
    else:
        lo = mid + 1
print(lo)
