import heapq

n, k = map(int, input().split())
a = list(map(int, input().split()))
h = []
res = []
for i, x in enumerate(a):
    heapq.heappush(h, (-x, i))
    while h[0][1] <= i - k:
        heapq.heappop(h)
    if i >= k - 1:
        res.append(-h[0][0])
print(*res)
