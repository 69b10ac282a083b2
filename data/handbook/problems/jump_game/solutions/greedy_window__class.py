from typing import List


class Solution:
    def jump(self, nums: List[int]) -> int:
        last = len(nums) - 1
        left = right = 0
        count = 0
        while right < last:
            farthest = right
            for position in range(left, right + 1):
                if position + nums[position] > farthest:
                    farthest = position + nums[position]
            if farthest == right:
                return -1
            left, right = right + 1, farthest
            if right > last:
                right = last
            count += 1
        return count


if __name__ == "__main__":
    input()
    print(Solution().jump([int(x) for x in input().split()]))
