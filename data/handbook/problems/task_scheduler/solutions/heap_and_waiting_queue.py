import heapq
from collections import Counter, deque

k = int(input())
s = input()
h = [-v for v in Counter(s).values()]
heapq.heapify(h)
q = deque()
t = 0
while h or q:
    t += 1
    if h:
        c = heapq.heappop(h) + 1
        if c:
            q.append((t + k, c))
    if q and q[0][0] == t:
        heapq.heappush(h, q.popleft()[1])
print(t)
