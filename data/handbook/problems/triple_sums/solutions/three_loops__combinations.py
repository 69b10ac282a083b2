import sys
from itertools import combinations

_, s, *numbers = map(int, sys.stdin.read().split())
print(sum(1 for triple in combinations(numbers, 3) if sum(triple) == s))
