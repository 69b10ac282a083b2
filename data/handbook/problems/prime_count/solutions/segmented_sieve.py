import sys
from math import isqrt

a, b = map(int, sys.stdin.read().split())
a = max(a, 2)
root = isqrt(b) + 1
base = [p for p in range(2, root + 1) if all(p % q for q in range(2, isqrt(p) + 1))]
total = 0
SEGMENT = 1 << 14
for low in range(a, b + 1, SEGMENT):
    high = min(low + SEGMENT, b + 1)
    mark = bytearray(high - low)
    for p in base:
        first = max(p * p, (low + p - 1) // p * p)
        if first < high:
            mark[first - low :: p] = b"\1" * len(range(first, high, p))
    total += mark.count(0)
print(total)
