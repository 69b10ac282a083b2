n = int(input())
a = list(map(int, input().split()))
r = 0
for bit in range(9, -1, -1):
    p = r
    while p < n and not a[p] >> bit & 1:
        p += 1
    if p == n:
        continue
    a[r], a[p] = a[p], a[r]
    for i in range(n):
        if i != r and a[i] >> bit & 1:
            a[i] ^= a[r]
    r += 1
# fully reduced rows: take all of them
ans = 0
for i in range(r):
    ans ^= a[i]
print(ans)
