import heapq
import sys


def crowd(day):
    """yields the number of meetings under way whenever one begins"""
    ongoing = []
    for begin, finish in day:
        heapq.heappush(ongoing, finish)
        while ongoing[0] <= begin:
            heapq.heappop(ongoing)
        yield len(ongoing)


_, *lines = filter(None, map(str.split, sys.stdin))
day = [[int(t) for t in line] for line in lines]
day.sort()
print(max(crowd(day)))
