import sys


class Solution:
    def singleNumber(self, nums):
        distinct = set(nums)
        total = 0
        for value in distinct:
            total += value
        return 2 * total - sum(nums)


print(Solution().singleNumber([int(x) for x in sys.stdin.read().split()][1:]))
