import heapq

data = list(map(int, open("kth.in").read().split()))
n, k = data[:2]
heap = []  # the k smallest so far, the largest of them on top
for x in data[2:]:
    if len(heap) < k:
        heapq.heappush(heap, -x)
    elif -x > heap[0]:
        heapq.heapreplace(heap, -x)
out = open("kth.out", "w")
out.write("%d\n" % -heap[0])
out.close()
