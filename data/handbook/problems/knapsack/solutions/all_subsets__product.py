# 0 or 1 for every thing
import sys
from itertools import compress, product

lines = sys.stdin.read().splitlines()
limit = int(lines[0].split()[1])
weights, values = zip(*[map(int, line.split()) for line in lines[1:]])
best = 0
for choice in product((0, 1), repeat=len(weights)):
    if sum(compress(weights, choice)) <= limit:
        total = sum(compress(values, choice))
        if total > best:
            best = total
print(best)
