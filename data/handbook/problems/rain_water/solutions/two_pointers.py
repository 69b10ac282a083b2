n = int(input())
h = list(map(int, input().split()))
l, r = 0, n - 1
lm = rm = 0
ans = 0
while l <= r:
    if lm <= rm:
        lm = max(lm, h[l])
        ans += lm - h[l]
        l += 1
    else:
        rm = max(rm, h[r])
        ans += rm - h[r]
        r -= 1
print(ans)
