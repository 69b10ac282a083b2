def mul(p, q):
    r = [0] * (len(p) + len(q) - 1)
    for i in range(len(p)):
        for j in range(len(q)):
            r[i + j] += p[i] * q[j]
    return r


n, k, s = map(int, input().split())
base = [0] + [1] * k
res = [1]
while n > 0:
    if n & 1:
        res = mul(res, base)
    base = mul(base, base)
    n >>= 1
print(res[s] if s < len(res) else 0)
