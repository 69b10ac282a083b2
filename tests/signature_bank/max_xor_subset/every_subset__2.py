from functools import reduce
from itertools import combinations
from operator import xor

input()
values = [int(x) for x in input().split()]
best = 0
for size in range(len(values) + 1):
    for chosen in combinations(values, size):
        best = max(best, reduce(xor, chosen, 0))
print(best)
