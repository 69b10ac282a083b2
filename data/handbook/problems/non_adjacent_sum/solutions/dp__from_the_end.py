class Solution:
    def rob(self, nums):
        # best[i] = most that houses i, i+1, ... can give
        best = {len(nums): 0, len(nums) + 1: 0}
        i = len(nums) - 1
        while i >= 0:
            take = nums[i] + best[i + 2]
            leave = best[i + 1]
            if take > leave:
                best[i] = take
            else:
                best[i] = leave
            i -= 1
        return best[0]


numbers = [int(x) for x in open(0).read().split()]
print(Solution().rob(numbers[1:]))
