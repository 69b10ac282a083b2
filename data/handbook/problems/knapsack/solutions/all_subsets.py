n, w = map(int, input().split())
a = []
b = []
for _ in range(n):
    x, y = map(int, input().split())
    a.append(x)
    b.append(y)
ans = 0
for mask in range(1 << n):
    x = y = 0
    for i in range(n):
        if mask >> i & 1:
            x += a[i]
            y += b[i]
    if x <= w:
        ans = max(ans, y)
print(ans)
