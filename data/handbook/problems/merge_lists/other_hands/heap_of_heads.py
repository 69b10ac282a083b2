import sys
from heapq import heappush, heappop


def merged(lists):
    heap = []
    for idx, lst in enumerate(lists):
        lst.reverse()
        if lst:
            heappush(heap, (lst.pop(), idx))
    while heap:
        smallest, idx = heappop(heap)
        yield smallest
        if lists[idx]:
            heappush(heap, (lists[idx].pop(), idx))


def main():
    k = int(sys.stdin.readline())
    lists = []
    for _ in range(k):
        _, *nums = map(int, sys.stdin.readline().split())
        lists.append(nums)
    print(*merged(lists))


main()
