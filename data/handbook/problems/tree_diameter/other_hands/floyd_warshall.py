import sys
from itertools import product

tokens = [int(t) for t in sys.stdin.read().split()]
n = tokens[0]
places = range(1, n + 1)
way = {(x, y): 0 if x == y else n for x, y in product(places, places)}
for x, y in zip(tokens[1::2], tokens[2::2]):
    way[x, y] = 1
    way[y, x] = 1
for mid, x, y in product(places, repeat=3):
    via = way[x, mid] + way[mid, y]
    if via < way[x, y]:
        way[x, y] = via
print(max(way.values()))
