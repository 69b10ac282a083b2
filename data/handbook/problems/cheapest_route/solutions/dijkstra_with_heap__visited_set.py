import sys
from collections import defaultdict
from heapq import heappop, heappush


def cheapest(roads, start, goal):
    """Settles the towns in the order of their cost."""
    settled = set()
    queue = [(0, start)]
    while queue:
        cost, town = heappop(queue)
        if town == goal:
            return cost
        if town in settled:
            continue
        settled.add(town)
        for toll, neighbour in roads[town]:
            if neighbour not in settled:
                heappush(queue, (cost + toll, neighbour))
    return -1


input = sys.stdin.readline
n, m = map(int, input().split())
roads = defaultdict(list)
for _ in range(m):
    a, b, c = map(int, input().split())
    roads[a].append((c, b))
print(cheapest(roads, 1, n))
