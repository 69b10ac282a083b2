from collections import Counter

class Solution:
    def subarraySum(self, nums, k):
        c = Counter([0])
        res = cur = 0
        for i in range(len(nums)):
            cur += nums[i]
            res += c[cur - k]
            c[cur] += 1
        return res

n, k = [int(v) for v in input().split()]
print(Solution().subarraySum([int(v) for v in input().split()], k))
