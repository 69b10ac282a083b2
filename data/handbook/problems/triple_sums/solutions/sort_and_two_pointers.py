n, s = map(int, input().split())
a = sorted(map(int, input().split()))
ans = 0
for i in range(n - 2):
    l, r = i + 1, n - 1
    while l < r:
        t = a[i] + a[l] + a[r]
        if t < s:
            l += 1
        elif t > s:
            r -= 1
        elif a[l] == a[r]:
            ans += (r - l + 1) * (r - l) // 2
            break
        else:
            x = y = 1
            while a[l + 1] == a[l]:
                l += 1
                x += 1
            while a[r - 1] == a[r]:
                r -= 1
                y += 1
            ans += x * y
            l += 1
            r -= 1
print(ans)
