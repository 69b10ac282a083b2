n, k = map(int, input().split())
a = list(map(int, input().split()))
# all numbers are positive
l = 0
s = 0
ans = 0
for r in range(n):
    s += a[r]
    while s > k:
        s -= a[l]
        l += 1
    if s == k:
        ans += 1
print(ans)
