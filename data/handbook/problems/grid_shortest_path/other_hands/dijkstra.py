from heapq import heappop, heappush
from math import inf


def neighbours(graph, z):
    for dz in (1, -1, 1j, -1j):
        if z + dz in graph:
            yield z + dz


def dijkstra(graph, source):
    final = {}
    heap = []
    ticket = 0
    heappush(heap, (0, ticket, source))
    while heap:
        cost, _, z = heappop(heap)
        if z in final:
            continue
        final[z] = cost
        for y in neighbours(graph, z):
            if y not in final:
                ticket += 1
                heappush(heap, (cost + 1, ticket, y))
    return final


h, w = map(int, input().split())
graph = set()
special = {}
for y in range(h):
    for x, ch in enumerate(input().strip()):
        if ch != "#":
            graph.add(complex(x, y))
        if ch in "ST":
            special[ch] = complex(x, y)
d = dijkstra(graph, special["S"]).get(special["T"], inf)
print(-1 if d == inf else d)
