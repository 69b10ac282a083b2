n, q = map(int, input().split())
a = list(map(int, input().split()))
for x in map(int, input().split()):
    l, r = 0, n - 1
    ans = -1
    while l <= r:
        m = (l + r) // 2
        if a[m] == x:
            ans = m
            break
        if a[l] <= a[m]:
            if a[l] < x < a[m]:
                r = m - 1
            else:
                l = m + 1
        elif a[m] < x < a[r]:
            l = m + 1
        else:
            r = m - 1
    print(ans)
