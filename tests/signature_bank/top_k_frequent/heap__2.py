from heapq import heapify, heappop


class Solution:
    def topKFrequent(self, nums, k):
        freq = {}
        for num in nums:
            if num in freq:
                freq[num] += 1
            else:
                freq[num] = 1
        heap = [(-times, num) for num, times in freq.items()]
        heapify(heap)
        return [heappop(heap)[1] for _ in range(k)]


n, k = map(int, input().split())
print(*Solution().topKFrequent(list(map(int, input().split())), k))
