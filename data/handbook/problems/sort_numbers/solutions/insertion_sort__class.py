from typing import List


class Solution:
    def sortArray(self, nums: List[int]) -> List[int]:
        """Takes the numbers one by one into a sorted list."""
        result: List[int] = []
        for num in nums:
            position = len(result)
            for k in range(len(result)):
                if result[k] > num:
                    position = k
                    break
            result.insert(position, num)
        return result


import sys

tokens = sys.stdin.read().split()
print(*Solution().sortArray([int(t) for t in tokens[1:]]))
