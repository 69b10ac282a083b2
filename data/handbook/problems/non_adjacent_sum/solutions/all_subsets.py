n = int(input())
a = list(map(int, input().split()))
ans = 0
for mask in range(1 << n):
    if mask & (mask << 1):
        continue
    s = 0
    for i in range(n):
        if mask >> i & 1:
            s += a[i]
    ans = max(ans, s)
print(ans)
