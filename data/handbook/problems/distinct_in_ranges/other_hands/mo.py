from math import isqrt
from collections import defaultdict
import sys

rd = lambda: map(int, sys.stdin.readline().split())
n, q = rd()
a = list(rd())
ask = [tuple(rd()) for _ in range(q)]
width = isqrt(n) + 1


def order(i):
    l, r = ask[i]
    block = l // width
    return block, -r if block & 1 else r


seen = defaultdict(int)
kinds = 0


def put(x):
    global kinds
    kinds += seen[x] == 0
    seen[x] += 1


def drop(x):
    global kinds
    seen[x] -= 1
    kinds -= seen[x] == 0


res = {}
lo = hi = 0  # a[lo:hi] is counted
for i in sorted(range(q), key=order):
    l, r = ask[i]
    l -= 1
    while hi < r:
        put(a[hi])
        hi += 1
    while lo > l:
        lo -= 1
        put(a[lo])
    while hi > r:
        hi -= 1
        drop(a[hi])
    while lo < l:
        drop(a[lo])
        lo += 1
    res[i] = kinds
for i in range(q):
    print(res[i])
