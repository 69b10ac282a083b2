from typing import List


class Solution:
    def majorityElement(self, nums: List[int]) -> int:
        """Boyer-Moore voting, then one pass to check the candidate."""
        candidate = nums[0]
        balance = 1
        i = 1
        while i < len(nums):
            if nums[i] == candidate:
                balance += 1
            elif balance == 0:
                candidate, balance = nums[i], 1
            else:
                balance -= 1
            i += 1

        occurrences = 0
        for num in nums:
            if num == candidate:
                occurrences += 1
        if occurrences > len(nums) / 2:
            return candidate
        return -1


if __name__ == "__main__":
    input()
    print(Solution().majorityElement([int(x) for x in input().split()]))
