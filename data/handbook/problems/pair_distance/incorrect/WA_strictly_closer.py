from bisect import bisect_left

n, k = map(int, input().split())
a = sorted(map(int, input().split()))
lo, hi = 0, a[-1] - a[0]
while lo < hi:
    m = (lo + hi) // 2
    if sum(bisect_left(a, a[i] + m, i + 1) - i - 1 for i in range(n)) >= k:
        hi = m
    else:
        lo = m + 1
print(lo)
