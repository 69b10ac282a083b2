import heapq
from collections import Counter

k = int(input())
h = [-v for v in Counter(input().strip()).values()]
heapq.heapify(h)
t = 0
wait = []
while h or wait:
    c = heapq.heappop(h) + 1
    t += 1
    if c:
        wait.append((t + k, c))
    while wait and wait[0][0] <= t:
        heapq.heappush(h, wait.pop(0)[1])
print(t)
