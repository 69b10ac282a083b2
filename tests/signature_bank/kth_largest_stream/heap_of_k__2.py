import sys
from heapq import heappush, heapreplace


class KthLargest:
    def __init__(self, k: int) -> None:
        self.k = k
        self.heap: list[int] = []

    def add(self, value: int) -> int:
        if len(self.heap) < self.k:
            heappush(self.heap, value)
        elif value > self.heap[0]:
            heapreplace(self.heap, value)
        return self.heap[0] if len(self.heap) == self.k else -1


k, _, *values = map(int, sys.stdin.read().split())
tracker = KthLargest(k)
print(" ".join(str(tracker.add(v)) for v in values))
