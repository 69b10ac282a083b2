# equal numbers as one entry with its count
import sys
from itertools import groupby

n, s, *a = map(int, sys.stdin.read().split())
values = [(v, len(list(g))) for v, g in groupby(sorted(a))]
lo, hi, answer = 0, len(values) - 1, 0
while lo <= hi:
    (x, p), (y, q) = values[lo], values[hi]
    if x + y == s:
        answer += p * (p - 1) // 2 if lo == hi else p * q
    if x + y <= s:
        lo += 1
    else:
        hi -= 1
print(answer)
