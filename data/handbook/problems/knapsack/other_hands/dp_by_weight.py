R = lambda: map(int, input().split())
n, cap = R()
NEG = -1
# f[c]: best value with weight exactly c
f = [NEG] * (cap + 1)
f[0] = 0
while n:
    wt, val = R()
    c = cap
    while c >= wt:
        if f[c - wt] != NEG and f[c - wt] + val > f[c]:
            f[c] = f[c - wt] + val
        c -= 1
    n -= 1
print(max(f))
