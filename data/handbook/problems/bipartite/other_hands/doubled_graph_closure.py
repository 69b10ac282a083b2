import sys
from itertools import product

tokens = list(map(int, sys.stdin.read().split()))
n = tokens[0]
states = list(product(range(1, n + 1), (0, 1)))
reach = {state: set() for state in states}
for k in range(tokens[1]):
    u, v = tokens[2 * k + 2], tokens[2 * k + 3]
    for parity in (0, 1):
        reach[u, parity].add((v, 1 - parity))
        reach[v, parity].add((u, 1 - parity))

for via in states:
    for source in states:
        if via in reach[source]:
            reach[source] |= reach[via]

for person in range(1, n + 1):
    if (person, 1) in reach[person, 0]:
        print("NO")
        break
else:
    print("YES")
