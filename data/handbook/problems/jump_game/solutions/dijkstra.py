import heapq

n = int(input())
a = list(map(int, input().split()))
d = [float("inf")] * n
d[0] = 0
pq = [(0, 0)]
while pq:
    w, u = heapq.heappop(pq)
    if w > d[u]:
        continue
    for v in range(u + 1, min(n, u + a[u] + 1)):
        if w + 1 < d[v]:
            d[v] = w + 1
            heapq.heappush(pq, (w + 1, v))
print(d[-1] if d[-1] != float("inf") else -1)
