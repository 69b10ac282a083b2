import sys
from heapq import heappop as take, heappush as put

(n, m), *roads = (tuple(map(int, line.split())) for line in sys.stdin)
final = {}
offers = [(0, 1)]
while offers and n not in final:
    if (town := (offer := take(offers))[1]) in final:
        continue
    final[town] = offer[0]
    for a, b, c in roads:
        if a == town and b not in final:
            put(offers, (offer[0] + c, b))
print(final.get(n, -1))
