from typing import List


class Solution:
    """Depth-first search over the decisions, one weight after the other."""

    def countSubsets(self, nums: List[int], target: int) -> int:
        self.count = 0
        self.nums = nums

        def dfs(index: int, current: int) -> None:
            if current > target:
                return
            if index == len(self.nums):
                if current == target:
                    self.count += 1
                return
            dfs(index + 1, current + self.nums[index])
            dfs(index + 1, current)

        dfs(0, 0)
        return self.count


import sys

lines = sys.stdin.readlines()
print(Solution().countSubsets(list(map(int, lines[1].split())), int(lines[0].split()[1])))
