import heapq

k, n = map(int, input().split())
h = []
out = []
for x in map(int, input().split()):
    heapq.heappush(h, x)
    if len(h) > k:
        heapq.heappop(h)
    out.append(h[0] if len(h) == k else -1)
print(*out)
