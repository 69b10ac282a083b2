import sys
from itertools import accumulate, combinations

_, k, *xs = map(int, sys.stdin.read().split())
xs.sort()
hist = [0] * (xs[-1] - xs[0] + 1)
for p, q in combinations(xs, 2):
    hist[q - p] += 1
print(next(d for d, upto in enumerate(accumulate(hist)) if upto >= k))
