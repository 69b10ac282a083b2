import heapq

n = int(input())
v = sorted(tuple(map(int, input().split())) for _ in range(n))
h = []
best = 0
for a, b in v:
    while h and h[0] < a:
        heapq.heappop(h)
    heapq.heappush(h, b)
    best = max(best, len(h))
print(best)
