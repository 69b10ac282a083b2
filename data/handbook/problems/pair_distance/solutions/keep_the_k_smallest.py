import heapq

n, k = map(int, input().split())
a = list(map(int, input().split()))
h = []  # negative, so the largest kept is on top
for i in range(n):
    for j in range(i + 1, n):
        d = abs(a[i] - a[j])
        if len(h) < k:
            heapq.heappush(h, -d)
        elif d < -h[0]:
            heapq.heapreplace(h, -d)
print(-h[0])
