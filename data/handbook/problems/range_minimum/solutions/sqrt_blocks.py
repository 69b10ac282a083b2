n, q = map(int, input().split())
a = list(map(int, input().split()))
B = max(1, int(n ** 0.5))
blocks = [min(a[i:i + B]) for i in range(0, n, B)]
for _ in range(q):
    l, r = map(int, input().split())
    l -= 1
    best = a[l]
    i = l
    while i < r:
        if i % B == 0 and i + B <= r:
            best = min(best, blocks[i // B])
            i += B
        else:
            best = min(best, a[i])
            i += 1
    print(best)
