# grow one tree from house 1, always along the cheapest cable that leaves it
import heapq
import sys


def prim(n, neighbours):
    inside = {1}
    frontier = list(neighbours[1])
    heapq.heapify(frontier)
    price = 0
    while len(inside) < n:
        if not frontier:
            return -1
        cost, house = heapq.heappop(frontier)
        if house not in inside:
            inside.add(house)
            price += cost
            for cable in neighbours[house]:
                heapq.heappush(frontier, cable)
    return price


data = list(map(int, sys.stdin.buffer.read().split()))
n, m = data[0], data[1]
neighbours = {house: [] for house in range(1, n + 1)}
i = 2
while i < 2 + 3 * m:
    a, b, c = data[i : i + 3]
    neighbours[a].append((c, b))
    neighbours[b].append((c, a))
    i += 3
print(prim(n, neighbours))
