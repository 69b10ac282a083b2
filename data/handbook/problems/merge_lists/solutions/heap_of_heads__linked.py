import sys
from heapq import heappop, heappush


class ListNode:
    def __init__(self, val, next=None):
        self.val = val
        self.next = next

    def __lt__(self, other):
        return self.val < other.val


class Solution:
    def mergeKLists(self, lists):
        heap = []
        for node in lists:
            if node is not None:
                heappush(heap, node)
        dummy = tail = ListNode(None)
        while heap:
            tail.next = heappop(heap)
            tail = tail.next
            if tail.next is not None:
                heappush(heap, tail.next)
        return dummy.next


def main():
    k = int(sys.stdin.readline())
    lists = []
    for _ in range(k):
        head = None
        for token in reversed(sys.stdin.readline().split()[1:]):
            head = ListNode(int(token), head)
        lists.append(head)
    merged = []
    node = Solution().mergeKLists(lists)
    while node:
        merged.append(str(node.val))
        node = node.next
    print(" ".join(merged))


main()
