import heapq

n = int(input())
jobs = sorted(tuple(map(int, input().split())) for _ in range(n))
h = []
best = 0
for s, e, v in jobs:
    while h and h[0][0] <= s:
        best = max(best, heapq.heappop(h)[1])
    heapq.heappush(h, (e, best + v))
print(max(best, max(p for _, p in h)))
