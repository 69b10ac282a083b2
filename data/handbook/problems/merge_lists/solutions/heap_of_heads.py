import heapq

k = int(input())
a = [list(map(int, input().split()))[1:] for _ in range(k)]
h = [(a[i][0], i, 0) for i in range(k) if a[i]]
heapq.heapify(h)
res = []
while h:
    x, i, j = heapq.heappop(h)
    res.append(x)
    if j + 1 < len(a[i]):
        heapq.heappush(h, (a[i][j + 1], i, j + 1))
print(*res)
