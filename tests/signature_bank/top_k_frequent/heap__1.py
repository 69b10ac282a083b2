import heapq
from collections import Counter

n, k = map(int, input().split())
c = Counter(map(int, input().split()))
h = []
for x, f in c.items():
    heapq.heappush(h, (f, x))
    if len(h) > k:
        heapq.heappop(h)
print(*[x for f, x in sorted(h, reverse=True)])
