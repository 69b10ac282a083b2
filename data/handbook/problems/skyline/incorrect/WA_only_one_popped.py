import heapq

n = int(input())
b = sorted(tuple(map(int, input().split())) for _ in range(n))
xs = sorted({e for l, r, _ in b for e in (l, r)})
heap = []
i = 0
last = 0
for x in xs:
    while i < n and b[i][0] == x:
        heapq.heappush(heap, (-b[i][2], b[i][1]))
        i += 1
    if heap and heap[0][1] <= x:
        heapq.heappop(heap)
    h = -heap[0][0] if heap else 0
    if h != last:
        print(x, h)
        last = h
