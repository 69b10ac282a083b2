import sys
from functools import reduce


def extend(sums: frozenset[int], weight: int) -> frozenset[int]:
    return sums | {s + weight for s in sums}


lines = sys.stdin.readlines()
weights = tuple(int(field) for field in lines[1].split())
reachable = reduce(extend, weights, frozenset([0]))
total = max(reachable)
print(min(abs(total - s - s) for s in reachable))
