import sys
from typing import List


class Solution:
    def nextPermutation(self, nums: List[int]) -> bool:
        pivot = -1
        for i in range(len(nums) - 2, -1, -1):
            if nums[i] < nums[i + 1]:
                pivot = i
                break
        if pivot == -1:
            return False
        for j in range(len(nums) - 1, pivot, -1):
            if nums[j] > nums[pivot]:
                nums[pivot], nums[j] = nums[j], nums[pivot]
                break
        left, right = pivot + 1, len(nums) - 1
        while left < right:
            nums[left], nums[right] = nums[right], nums[left]
            left += 1
            right -= 1
        return True

    def place(self, target: List[int]) -> int:
        nums = sorted(target)
        count = 1
        while nums != target:
            self.nextPermutation(nums)
            count += 1
        return count


def main() -> None:
    tokens = sys.stdin.read().split()
    print(Solution().place([int(token) for token in tokens[1:]]))


if __name__ == "__main__":
    main()
