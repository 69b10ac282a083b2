# Dijkstra on the pieces of the chain (Knuth): the cheapest piece not yet final is final
import heapq

n = int(input())
d = list(map(int, input().split()))
heap = [(0, i, i + 1) for i in range(n)]
done = {}
while (0, n) not in done:
    c, i, j = heapq.heappop(heap)
    if (i, j) in done:
        continue
    done[i, j] = c
    for k in range(j + 1, n + 1):
        if (j, k) in done:
            heapq.heappush(heap, (c + done[j, k] + d[i] * d[j] * d[k], i, k))
    for k in range(i):
        if (k, i) in done:
            heapq.heappush(heap, (c + done[k, i] + d[k] * d[i] * d[j], k, j))
print(done[0, n])
