from typing import List


class Solution:
    def countPairs(self, nums: List[int], target: int) -> int:
        nums.sort()
        left, right = 0, len(nums) - 1
        total = 0
        while left < right:
            current = nums[left] + nums[right]
            if current < target:
                left += 1
                continue
            if current > target:
                right -= 1
                continue
            # all numbers between left and right are the same
            if nums[left] == nums[right]:
                size = right - left + 1
                total += size * (size - 1) // 2
                return total
            low, high = nums[left], nums[right]
            count_low = count_high = 0
            while nums[left] == low:
                left += 1
                count_low += 1
            while nums[right] == high:
                right -= 1
                count_high += 1
            total += count_low * count_high
        return total


_, t = (int(v) for v in input().split())
print(Solution().countPairs([int(v) for v in input().split()], t))
