from bisect import bisect_left

n, t = map(int, input().split())
a = list(map(int, input().split()))
l, r = 0, n - 1
while l < r:
    m = (l + r) // 2
    if a[m] > a[r]:
        l = m + 1
    else:
        r = m
if t <= a[n - 1]:
    i = bisect_left(a, t, l, n)
else:
    i = bisect_left(a, t, 0, l)
print(i if i < n and a[i] == t else -1)
