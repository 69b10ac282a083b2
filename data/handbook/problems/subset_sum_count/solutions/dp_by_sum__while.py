class Solution:
    def count(self, nums, target):
        dp = [0 for _ in range(target + 1)]
        dp[0] = 1
        index = 0
        while index < len(nums):
            total = target
            while total >= nums[index]:
                dp[total] += dp[total - nums[index]]
                total -= 1
            index += 1
        return dp[target]


_, target = map(int, input().split())
print(Solution().count(list(map(int, input().split())), target))
