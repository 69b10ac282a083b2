import sys


class Solver:
    def __init__(self, nums):
        self.nums = nums
        self.memo = {}

    def best(self, i, have):
        if i < 0:
            return have
        key = (i, have)
        if key in self.memo:
            return self.memo[key]
        res = self.best(i - 1, have ^ self.nums[i])
        res = max(res, self.best(i - 1, have))
        self.memo[key] = res
        return res


_, *nums = map(int, sys.stdin.read().split())
print(Solver(nums).best(len(nums) - 1, 0))
