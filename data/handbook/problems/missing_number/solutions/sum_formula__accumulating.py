import sys


class Solution:
    def missingNumber(self, nums: list[int]) -> int:
        expected = 0
        actual = 0
        for i in range(len(nums) + 1):
            expected += i
        for num in nums:
            actual += num
        return expected - actual


sys.stdin.readline()
print(Solution().missingNumber([int(x) for x in sys.stdin.readline().split()]))
