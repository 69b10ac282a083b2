from math import comb

k, n = map(int, input().split())
lo, hi = 1, n
while lo < hi:
    m = (lo + hi) // 2
    if sum(comb(m, i) for i in range(1, k + 1)) >= n:
        hi = m
    else:
        lo = m + 1
print(lo)
