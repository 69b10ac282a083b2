import collections
from typing import List


class Solution:
    def maxSlidingWindow(self, nums: List[int], k: int) -> List[int]:
        """Indices in the deque, their numbers falling from left to right."""
        window = collections.deque()
        result = []

        def push(i):
            while window and nums[window[-1]] < nums[i]:
                window.pop()
            window.append(i)

        i = 0
        while i < len(nums):
            if window and window[0] <= i - k:
                window.popleft()
            push(i)
            if i + 1 >= k:
                result.append(nums[window[0]])
            i += 1
        return result


n, k = map(int, input().split())
print(*Solution().maxSlidingWindow([int(x) for x in input().split()], k))
