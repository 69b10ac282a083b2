n = int(input())
a = list(map(int, input().split()))
ans = 0
for i in range(n):
    l = i
    while l > 0 and a[l - 1] >= a[i]:
        l -= 1
    r = i
    while r < n - 1 and a[r + 1] >= a[i]:
        r += 1
    ans += a[i] * (i - l + 1) * (r - i + 1)
print(ans)
