import threading
from collections import defaultdict


def solve():
    n, m = (int(x) for x in input().split())
    # number of roads between two towns, by town
    roads = defaultdict(lambda: defaultdict(int))
    for _ in range(m):
        a, b = (int(x) for x in input().split())
        roads[a][b] += 1
        roads[b][a] += 1
    depth = {}
    found = []

    def highest(town, parent, d):
        """Smallest depth that the subtree of town can reach."""
        depth[town] = reach = d
        for other, times in roads[town].items():
            if other == parent:
                if times > 1:
                    reach = min(reach, d - 1)
            elif other in depth:
                reach = min(reach, depth[other])
            else:
                r = highest(other, town, d + 1)
                if r == d + 1:
                    found.append((town, other))
                reach = min(reach, r)
        return reach

    for town in range(1, n + 1):
        if town not in depth:
            highest(town, None, 0)
    print(len(found))


thread = threading.Thread(target=solve)
thread.start()
thread.join()
