import sys
from functools import reduce

n, s, *weights = map(int, sys.stdin.read().split())
# a coefficient is at most 2**n, so n + 1 bits hold it
slot = n + 1
poly = reduce(lambda acc, w: acc + (acc << (w * slot)), weights, 1)
digits = poly >> (s * slot)
print(digits & ((1 << slot) - 1))
