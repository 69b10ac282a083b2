# most significant bit first: an inversion is decided at the highest bit in which its two numbers differ
import sys

n, *a = map(int, sys.stdin.read().split())
low = min(a)
groups = [[x - low for x in a]]
bits = max(groups[0]).bit_length()
ans = 0
for b in range(bits - 1, -1, -1):
    nxt = []
    for g in groups:
        zeros, ones = [], []
        for x in g:
            if x >> b & 1:
                ones.append(x)
            else:
                ans += len(ones)
                zeros.append(x)
        if len(zeros) > 1:
            nxt.append(zeros)
        if len(ones) > 1:
            nxt.append(ones)
    groups = nxt
print(ans)
