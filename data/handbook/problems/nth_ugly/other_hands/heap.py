import heapq
import itertools


def hamming():
    pending = [1]
    while True:
        low = heapq.heappop(pending)
        while pending and pending[0] == low:
            heapq.heappop(pending)
        yield low
        for m in (5, 3, 2):
            heapq.heappush(pending, low * m)


k = int(input())
print(*itertools.islice(hamming(), k - 1, k))
