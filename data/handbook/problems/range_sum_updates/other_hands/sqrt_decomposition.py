import sys
from math import isqrt

read = sys.stdin.buffer.readline
n, q = map(int, read().split())
a = [int(x) for x in read().split()]
B = isqrt(n) + 1
bucket = [0] * (n // B + 1)
for i in range(n):
    bucket[i // B] += a[i]

for _ in range(q):
    op, u, v = read().split()
    i, x = int(u) - 1, int(v)
    if op == b"+":
        a[i] += x
        bucket[i // B] += x
        continue
    res = 0
    while i < x and i % B:
        res += a[i]
        i += 1
    while i + B <= x:
        res += bucket[i // B]
        i += B
    while i < x:
        res += a[i]
        i += 1
    print(res)
