n = int(open(0).read())
ans = 0
for i in range(n + 1):
    x = i
    while x:
        if x & 1:
            ans += 1
        x >>= 1
print(ans)
