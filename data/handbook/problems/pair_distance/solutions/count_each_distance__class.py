import sys
from collections import Counter
from typing import List


class Solution:
    def smallestDistancePair(self, nums: List[int], k: int) -> int:
        often: Counter = Counter()
        for i, x in enumerate(nums):
            often.update(abs(x - y) for y in nums[i + 1 :])
        seen = 0
        for distance in range(max(often) + 1):
            seen += often[distance]
            if seen >= k:
                return distance
        raise ValueError("k is too large")


numbers = [int(word) for word in sys.stdin.read().split()]
print(Solution().smallestDistancePair(numbers[2:], numbers[1]))
