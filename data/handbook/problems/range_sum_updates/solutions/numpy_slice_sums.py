import sys

import numpy as np

n, q = map(int, sys.stdin.readline().split())
a = np.array(sys.stdin.readline().split(), dtype=np.int64)
for line in sys.stdin:
    op, i, j = line.split()
    if op == "+":
        a[int(i) - 1] += int(j)
    else:
        print(int(a[int(i) - 1 : int(j)].sum()))
