n, s = map(int, input().split())
a = list(map(int, input().split()))
ans = 0
for mask in range(1 << n):
    t = 0
    for i in range(n):
        if mask >> i & 1:
            t += a[i]
    ans += t == s
print(ans)
