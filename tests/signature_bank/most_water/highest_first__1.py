n = int(input())
h = list(map(int, input().split()))
o = sorted(range(n), key=lambda i: -h[i])
lo = hi = o[0]
best = 0
for i in o[1:]:
    best = max(best, h[i] * max(abs(i - lo), abs(i - hi)))
    lo = min(lo, i)
    hi = max(hi, i)
print(best)
