import sys
from itertools import combinations


def held_karp(dist):
    n = len(dist)
    cost = {(1 << k, k): dist[0][k] for k in range(1, n)}
    for size in range(2, n):
        for subset in combinations(range(1, n), size):
            bits = sum(1 << k for k in subset)
            for k in subset:
                before = bits & ~(1 << k)
                cost[bits, k] = min(cost[before, m] + dist[m][k] for m in subset if m != k)
    everything = (1 << n) - 2
    return min(cost[everything, k] + dist[k][0] for k in range(1, n))


rows = [[int(x) for x in line.split()] for line in sys.stdin.read().splitlines()[1:]]
print(held_karp(rows))
