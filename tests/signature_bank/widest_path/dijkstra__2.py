import sys
from collections import defaultdict
from heapq import heappop, heappush


def widest(roads, start, goal):
    finished = set()
    queue = [(-float("inf"), start)]
    while queue:
        width, town = heappop(queue)
        if town == goal:
            return -width
        if town in finished:
            continue
        finished.add(town)
        for other, limit in roads[town]:
            if other not in finished:
                heappush(queue, (max(width, -limit), other))
    return 0


def main():
    lines = [list(map(int, line.split())) for line in sys.stdin]
    roads = defaultdict(list)
    for a, b, limit in lines[1:]:
        roads[a].append((b, limit))
        roads[b].append((a, limit))
    print(widest(roads, lines[0][2], lines[0][3]))


main()
