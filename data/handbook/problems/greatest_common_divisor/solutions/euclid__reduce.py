import sys
from functools import reduce
from math import gcd

print(reduce(gcd, map(int, sys.stdin.read().split()[1:])))
