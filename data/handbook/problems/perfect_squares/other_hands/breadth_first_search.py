from collections import deque
from math import isqrt


def distances(goal):
    dist = [-1] * (goal + 1)
    dist[0] = 0
    line = deque((0,))
    while dist[goal] < 0:
        here = line.popleft()
        for side in range(1, isqrt(goal - here) + 1):
            there = here + side * side
            if dist[there] < 0:
                dist[there] = dist[here] + 1
                line.append(there)
    return dist


goal = int(input())
print(distances(goal)[goal])
