import heapq

n = int(input())
h = [-int(x) for x in input().split()]
heapq.heapify(h)
while len(h) > 1:
    x = heapq.heappop(h)
    y = heapq.heappop(h)
    heapq.heappush(h, x - y)
print(-h[0])
