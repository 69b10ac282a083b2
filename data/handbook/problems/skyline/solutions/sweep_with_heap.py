import heapq

n = int(input())
ev = []
for _ in range(n):
    l, r, h = map(int, input().split())
    ev.append((l, -h, r))
    ev.append((r, 0, 0))
ev.sort()
heap = [(0, 10**9)]
prev = 0
for x, nh, r in ev:
    while heap[0][1] <= x:
        heapq.heappop(heap)
    if nh:
        heapq.heappush(heap, (nh, r))
    if -heap[0][0] != prev:
        prev = -heap[0][0]
        print(x, prev)
