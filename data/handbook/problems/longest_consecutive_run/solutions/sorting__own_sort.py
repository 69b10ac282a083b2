from typing import List


class Solution:
    def mergeSort(self, nums: List[int]) -> List[int]:
        if len(nums) < 2:
            return nums
        mid = len(nums) // 2
        left, right = self.mergeSort(nums[:mid]), self.mergeSort(nums[mid:])
        merged = []
        i = j = 0
        while i < len(left) and j < len(right):
            if left[i] <= right[j]:
                merged.append(left[i])
                i += 1
            else:
                merged.append(right[j])
                j += 1
        return merged + left[i:] + right[j:]

    def longestConsecutive(self, nums: List[int]) -> int:
        nums = self.mergeSort(nums)
        longest = 0
        start = 0
        while start < len(nums):
            length = 1
            end = start + 1
            while end < len(nums) and nums[end] - nums[end - 1] <= 1:
                length += nums[end] - nums[end - 1]
                end += 1
            longest = max(longest, length)
            start = end
        return longest


input()
print(Solution().longestConsecutive([int(x) for x in input().split()]))
