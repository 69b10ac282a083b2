import sys
from itertools import combinations

w = sys.stdin.readline().strip()
cuts = combinations(range(len(w) + 1), 2)
print(len(set(w[slice(*c)] for c in cuts)))
