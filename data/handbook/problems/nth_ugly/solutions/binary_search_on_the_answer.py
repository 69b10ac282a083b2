n = int(input())


def count(x):
    # how many are not above x
    res = 0
    f = 1
    while f <= x:
        t = f
        while t <= x:
            res += (x // t).bit_length()
            t *= 3
        f *= 5
    return res


lo, hi = 1, 10**9
while lo < hi:
    m = (lo + hi) // 2
    if count(m) >= n:
        hi = m
    else:
        lo = m + 1
print(lo)
