from bisect import bisect_left

n, q = map(int, input().split())
a = list(map(int, input().split()))
# where is the minimum
l, r = 0, n - 1
while l < r:
    m = (l + r) // 2
    if a[m] > a[r]:
        l = m + 1
    else:
        r = m
p = l
for x in map(int, input().split()):
    if x <= a[-1]:
        i = bisect_left(a, x, p, n)
    else:
        i = bisect_left(a, x, 0, p)
    print(i if i < n and a[i] == x else -1)
