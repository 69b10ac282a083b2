n, k = map(int, input().split())
a = sorted(map(int, input().split()))
d = a[-1] - a[0]
while d > 0:
    cnt = 1
    last = a[0]
    for x in a:
        if x - last >= d:
            cnt += 1
            last = x
    if cnt >= k:
        break
    d -= 1
print(d)
