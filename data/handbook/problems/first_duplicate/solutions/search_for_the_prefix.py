n = int(input())
a = list(map(int, input().split()))
lo, hi = 0, n + 1  # a[:lo] has no duplicate, a[:hi] has one
while hi - lo > 1:
    mid = (lo + hi) // 2
    if len(set(a[:mid])) < mid:
        hi = mid
    else:
        lo = mid
print(a[hi - 1] if hi <= n else -1)
