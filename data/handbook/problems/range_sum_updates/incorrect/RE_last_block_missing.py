import sys
from math import isqrt

input = sys.stdin.readline
n, q = map(int, input().split())
a = list(map(int, input().split()))
size = isqrt(n)
blocks = [0] * (n // size)
for i in range(n):
    blocks[i // size] += a[i]
for _ in range(q):
    op, i, j = input().split()
    i, j = int(i) - 1, int(j)
    if op == "+":
        a[i] += j
        blocks[i // size] += j
        continue
    s = 0
    while i < j:
        if i % size == 0 and i + size <= j:
            s += blocks[i // size]
            i += size
        else:
            s += a[i]
            i += 1
    print(s)
