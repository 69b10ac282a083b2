import sys
from heapq import heapify, heappop, heapreplace

lines = sys.stdin.read().splitlines()
heads = []
for number, line in enumerate(lines[1:]):
    rest = iter([int(x) for x in line.split()[1:]])
    for first in rest:
        heads.append((first, number, rest))
        break
heapify(heads)
merged = []
while heads:
    value, number, rest = heads[0]
    merged.append(value)
    try:
        heapreplace(heads, (next(rest), number, rest))
    except StopIteration:
        heappop(heads)
print(*merged)
