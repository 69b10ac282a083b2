n, s = map(int, input().split())
a = sorted(map(int, input().split()))
i, j = 0, n - 1
ans = 0
while i < j:
    t = a[i] + a[j]
    if t < s:
        i += 1
    elif t > s:
        j -= 1
    elif a[i] == a[j]:
        k = j - i + 1
        ans += k * (k - 1) // 2
        break
    else:
        x = y = 1
        while a[i + 1] == a[i]:
            i += 1
            x += 1
        while a[j - 1] == a[j]:
            j -= 1
            y += 1
        ans += x * y
        i += 1
        j -= 1
print(ans)
