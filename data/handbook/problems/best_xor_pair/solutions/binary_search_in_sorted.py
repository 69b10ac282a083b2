from bisect import bisect_left

n = int(input())
a = sorted(map(int, input().split()))
best = 0
for x in a:
    lo, hi = 0, n
    base = 0
    for b in range(9, -1, -1):
        # a[lo:hi] share the bits above b; mid is where bit b becomes 1
        mid = bisect_left(a, base + (1 << b), lo, hi)
        if x >> b & 1:
            take_one = lo == mid
        else:
            take_one = mid < hi
        if take_one:
            lo = mid
            base += 1 << b
        else:
            hi = mid
    best = max(best, x ^ a[lo])
print(best)
