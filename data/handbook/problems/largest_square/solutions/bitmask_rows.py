h, w = map(int, input().split())
rows = [int(input(), 2) for _ in range(h)]
ans = 0
for top in range(h):
    common = (1 << w) - 1
    for bottom in range(top, h):
        common &= rows[bottom]
        # is there a run of (bottom - top + 1) ones?
        k = bottom - top + 1
        x = common
        for _ in range(k - 1):
            x &= x >> 1
        if x == 0:
            break
        ans = max(ans, k)
print(ans)
