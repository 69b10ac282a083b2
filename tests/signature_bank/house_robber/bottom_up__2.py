class Solution:
    def rob(self, nums: list[int]) -> int:
        take, skip = 0, 0
        for money in nums:
            take, skip = skip + money, max(take, skip)
        return max(take, skip)


input()
print(Solution().rob(list(map(int, input().split()))))
