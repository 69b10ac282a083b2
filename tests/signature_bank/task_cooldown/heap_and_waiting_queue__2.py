import sys
from collections import deque
from heapq import heappop, heappush


def schedule(tasks: str, gap: int) -> int:
    counts = {}
    for task in tasks:
        counts[task] = counts.get(task, 0) + 1
    ready = []
    for left in counts.values():
        heappush(ready, -left)
    cooling = deque()
    clock = 0
    while ready or cooling:
        clock += 1
        if ready:
            left = -heappop(ready) - 1
            if left > 0:
                cooling.append((clock + gap, left))
        if cooling and cooling[0][0] == clock:
            _, left = cooling.popleft()
            heappush(ready, -left)
    return clock


text, gap = sys.stdin.readline().split()
print(schedule(text, int(gap)))
