n, q = map(int, input().split())
a = list(map(int, input().split()))
B = max(1, int(n ** 0.5))
blocks = [10**9] * (n // B)
for i, x in enumerate(a):
    blocks[i // B] = min(blocks[i // B], x)
for _ in range(q):
    l, r = map(int, input().split())
    l -= 1
    best = 10**9
    while l < r:
        if l % B == 0 and l + B <= r:
            best = min(best, blocks[l // B])
            l += B
        else:
            best = min(best, a[l])
            l += 1
    print(best)
