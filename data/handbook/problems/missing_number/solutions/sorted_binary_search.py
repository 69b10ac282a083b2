n = int(input())
a = sorted(map(int, input().split()))
lo, hi = 0, n
while lo < hi:
    mid = (lo + hi) // 2
    if a[mid] > mid:
        hi = mid
    else:
        lo = mid + 1
print(lo)
