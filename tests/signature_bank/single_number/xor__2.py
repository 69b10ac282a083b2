import sys
from functools import reduce
from operator import xor

print(reduce(xor, map(int, sys.stdin.read().split()[1:]), 0))
