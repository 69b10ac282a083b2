import sys
from typing import List


class Solution:
    def countPairs(self, nums: List[int], left: int, right: int, target: int) -> int:
        """Pairs at positions left..right of the sorted list with that sum."""
        total = 0
        while left < right:
            pair = nums[left] + nums[right]
            if pair == target:
                if nums[left] == nums[right]:
                    length = right - left + 1
                    return total + length * (length - 1) // 2
                left_value, right_value = nums[left], nums[right]
                left_count = right_count = 0
                while nums[left] == left_value:
                    left_count += 1
                    left += 1
                while nums[right] == right_value:
                    right_count += 1
                    right -= 1
                total += left_count * right_count
            elif pair < target:
                left += 1
            else:
                right -= 1
        return total

    def threeSumCount(self, nums: List[int], target: int) -> int:
        nums = sorted(nums)
        result = 0
        for first in range(len(nums)):
            result += self.countPairs(nums, first + 1, len(nums) - 1, target - nums[first])
        return result


def main() -> None:
    data = list(map(int, sys.stdin.read().split()))
    n, target = data[0], data[1]
    print(Solution().threeSumCount(data[2 : 2 + n], target))


if __name__ == "__main__":
    main()
