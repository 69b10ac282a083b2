import sys
from itertools import permutations

n, *given = map(int, sys.stdin.read().split())
everything = list(permutations(sorted(given)))
print(everything.index(tuple(given)) + 1)
