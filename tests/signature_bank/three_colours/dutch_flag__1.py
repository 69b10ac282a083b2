n = int(input())
a = list(map(int, input().split()))
l, i, r = 0, 0, n - 1
while i <= r:
    if a[i] == 0:
        a[i], a[l] = a[l], a[i]
        l += 1
        i += 1
    elif a[i] == 2:
        a[i], a[r] = a[r], a[i]
        r -= 1
    else:
        i += 1
print(*a)
