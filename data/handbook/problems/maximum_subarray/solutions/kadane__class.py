from typing import List


class Solution:
    def maxSubArray(self, nums: List[int]) -> int:
        """Kadane's algorithm."""
        max_sum = nums[0]
        current_sum = 0
        for num in nums:
            # a negative sum is no help for what follows
            if current_sum < 0:
                current_sum = 0
            current_sum += num
            if current_sum > max_sum:
                max_sum = current_sum
        return max_sum


if __name__ == "__main__":
    n = int(input())
    print(Solution().maxSubArray([int(x) for x in input().split()]))
