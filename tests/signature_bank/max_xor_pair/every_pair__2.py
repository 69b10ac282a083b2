from itertools import combinations
import sys

numbers = map(int, sys.stdin.read().split()[1:])
print(max(x ^ y for x, y in combinations(numbers, 2)))
