import heapq

n, k = map(int, input().split())
a = sorted(map(int, input().split()))
# for every left end the nearest right end not yet taken
h = [(a[i + 1] - a[i], i, i + 1) for i in range(n - 1)]
heapq.heapify(h)
for _ in range(k):
    d, i, j = heapq.heappop(h)
    if j + 1 < n:
        heapq.heappush(h, (a[j + 1] - a[i], i, j + 1))
print(d)
