import sys
from itertools import accumulate

_, k, *a = map(int, sys.stdin.read().split())
print(sum(list(accumulate(a[i:])).count(k) for i in range(len(a))))
