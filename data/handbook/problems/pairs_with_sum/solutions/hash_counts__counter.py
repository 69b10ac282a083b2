# how often does the partner occur? every pair is seen from both of its ends
from collections import Counter

n, s = [int(x) for x in input().split()]
a = [int(x) for x in input().split()]
c = Counter(a)
both = 0
for x in a:
    both += c[s - x]
    if 2 * x == s:
        both -= 1
print(both // 2)
