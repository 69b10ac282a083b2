from heapq import heapify, heappop, heappush
import sys

count, *dims = map(int, sys.stdin.read().split())
size = count + 1
fixed = [[None] * size for _ in range(size)]
agenda = [(0, at, at + 1) for at in range(count)]
heapify(agenda)
while fixed[0][count] is None:
    price, lo, hi = heappop(agenda)
    if fixed[lo][hi] is not None:
        continue
    fixed[lo][hi] = price
    for other in range(size):
        # glue a finished neighbour on the right or on the left
        if other > hi and fixed[hi][other] is not None:
            joined = price + fixed[hi][other] + dims[lo] * dims[hi] * dims[other]
            heappush(agenda, (joined, lo, other))
        elif other < lo and fixed[other][lo] is not None:
            joined = price + fixed[other][lo] + dims[other] * dims[lo] * dims[hi]
            heappush(agenda, (joined, other, hi))
print(fixed[0][count])
