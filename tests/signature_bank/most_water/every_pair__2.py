import itertools
import sys

walls = enumerate(map(int, sys.stdin.read().split()[1:]))
print(max((j - i) * min(a, b) for (i, a), (j, b) in itertools.combinations(walls, 2)))
