import sys
from heapq import heappop, heappush
from operator import ne


def off(p, q):
    return sum(map(ne, p, q))


def search(source, target, allowed):
    heap = [(off(source, target), 0, source)]
    closed = set()
    while heap:
        _, so_far, current = heappop(heap)
        if current in closed:
            continue
        if current == target:
            return so_far
        closed.add(current)
        for nxt in allowed - closed:
            if off(nxt, current) == 1:
                heappush(heap, (so_far + 1 + off(nxt, target), so_far + 1, nxt))
    return -1


lines = sys.stdin.readlines()
print(search(*lines[0].split(), set(lines[2].split())))
