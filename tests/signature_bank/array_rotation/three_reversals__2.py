class Solution:
    def rotate(self, nums: list[int], k: int) -> None:
        k = k % len(nums)
        nums.reverse()
        nums[:k] = nums[:k][::-1]
        nums[k:] = nums[k:][::-1]


_, k = map(int, input().split())
nums = [int(x) for x in input().split()]
Solution().rotate(nums, k)
print(" ".join(str(x) for x in nums))
