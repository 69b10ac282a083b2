import sys
from itertools import combinations, product
from math import inf


def read():
    for line in sys.stdin:
        yield tuple(int(token) for token in line.split())


source = read()
n, m = next(source)
neighbours = {v: set() for v in range(1, n + 1)}
shortest = {(a, b): 0 if a == b else inf for a, b in product(neighbours, repeat=2)}
for _ in range(m):
    a, b = next(source)
    neighbours[a].add(b)
    neighbours[b].add(a)
    shortest[a, b] = shortest[b, a] = 1

girth = inf
for top in neighbours:
    smaller = [v for v in neighbours[top] if v < top]
    for a, b in combinations(smaller, 2):
        girth = min(girth, shortest[a, b] + 2)
    for a, b in shortest:
        shortest[a, b] = min(shortest[a, b], shortest[a, top] + shortest[top, b])

print(-1 if girth == inf else girth)
