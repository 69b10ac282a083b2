from bisect import bisect_right

n, k = map(int, input().split())
a = list(map(int, input().split()))
a.sort()
lo = 0
hi = 2000
while lo < hi:
    m = (lo + hi) // 2
    total = 0
    for i in range(n):
        total += bisect_right(a, a[i] + m) - i - 1
    if total < k:
        lo = m + 1
    else:
        hi = m
print(lo)
