n, q = map(int, input().split())
a = list(map(int, input().split()))
B = int(n ** 0.5) + 1
b = [min(a[i:i + B]) for i in range(0, n, B)]
for _ in range(q):
    l, r = map(int, input().split())
    l -= 1
    res = 10**18
    while l < r:
        if l % B == 0 and l + B <= r:
            res = min(res, b[l // B])
            l += B
        else:
            res = min(res, a[l])
            l += 1
    print(res)
