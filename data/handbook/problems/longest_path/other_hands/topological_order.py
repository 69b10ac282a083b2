import sys
from graphlib import TopologicalSorter

n, m, *ends = map(int, sys.stdin.read().split())
before = {v: set() for v in range(1, n + 1)}
for a, b in zip(ends[0::2], ends[1::2]):
    before[b].add(a)
far = {}
for v in TopologicalSorter(before).static_order():
    far[v] = 1 + max((far[u] for u in before[v]), default=-1)
print(max(far.values()))
