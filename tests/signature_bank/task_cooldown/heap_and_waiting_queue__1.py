import heapq
from collections import Counter, deque

s, k = input().split()
k = int(k)
h = [-v for v in Counter(s).values()]
heapq.heapify(h)
q = deque()
t = 0
while h or q:
    t += 1
    if h:
        x = heapq.heappop(h) + 1
        if x:
            q.append((x, t + k))
    if q and q[0][1] == t:
        heapq.heappush(h, q.popleft()[0])
print(t)
