import sys
from collections import Counter
from heapq import heapify, heappop, heappush


def slide(nums, size):
    heap = [-v for v in nums[:size]]
    heapify(heap)
    gone = Counter()
    yield -heap[0]
    for old, new in zip(nums, nums[size:]):
        gone[-old] += 1
        heappush(heap, -new)
        while gone[heap[0]]:
            gone[heappop(heap)] -= 1
        yield -heap[0]


_, size, *nums = map(int, sys.stdin.read().split())
print(*slide(nums, size))
