def factor(x):
    res = {}
    p = 2
    while p * p <= x:
        while x % p == 0:
            res[p] = res.get(p, 0) + 1
            x //= p
        p += 1
    if x > 1:
        res[x] = res.get(x, 0) + 1
    return res


n = int(input())
fs = [factor(int(t)) for t in input().split()]
g = 1
for p, e in fs[0].items():
    g *= p ** min(f.get(p, 0) for f in fs)
print(g)
