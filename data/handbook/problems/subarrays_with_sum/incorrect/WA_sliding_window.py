n, k = map(int, input().split())
a = list(map(int, input().split()))
l = s = ans = 0
for r in range(n):
    s += a[r]
    while s > k and l < r:
        s -= a[l]
        l += 1
    if s == k:
        ans += 1
print(ans)
