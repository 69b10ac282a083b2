import sys
data = sys.stdin.read().split()
N = int(data[0])
K = lambda u, v: data[1 + u * N + v] == '1'
lo = 0
hi = N - 1
while lo != hi:
    if K(hi, lo):
        hi -= 1
    else:
        lo += 1
res = lo + 1
for v in range(N):
    if v == lo: continue
    if K(lo, v) or not K(v, lo):
        res = -1
print(res)
