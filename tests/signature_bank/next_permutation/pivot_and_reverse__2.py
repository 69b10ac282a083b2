from typing import List


class Solution:
    def nextPermutation(self, nums: List[int]) -> None:
        def reverse(left: int, right: int) -> None:
            while left < right:
                nums[left], nums[right] = nums[right], nums[left]
                left += 1
                right -= 1

        pivot = -1
        for k in range(len(nums) - 2, -1, -1):
            if nums[k] < nums[k + 1]:
                pivot = k
                break
        if pivot != -1:
            for k in range(len(nums) - 1, pivot, -1):
                if nums[k] > nums[pivot]:
                    nums[k], nums[pivot] = nums[pivot], nums[k]
                    break
        reverse(pivot + 1, len(nums) - 1)


input()
values = list(map(int, input().split()))
Solution().nextPermutation(values)
print(*values)
