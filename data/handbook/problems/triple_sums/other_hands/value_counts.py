import sys
from collections import Counter
from itertools import combinations_with_replacement
from math import comb, prod

data = sys.stdin.read().split()
goal = int(data[1])
times = Counter(int(t) for t in data[2:])
ways = 0
for small, medium in combinations_with_replacement(sorted(times), 2):
    large = goal - small - medium
    if large >= medium and large in times:
        need = Counter((small, medium, large))
        ways += prod(comb(times[v], c) for v, c in need.items())
print(ways)
