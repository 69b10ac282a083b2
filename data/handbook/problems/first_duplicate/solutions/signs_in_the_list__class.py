from typing import List


class Solution:
    def first_duplicate(self, nums: List[int]) -> int:
        """O(1) extra space: a visited value flips the sign of the entry it points to."""
        for i in range(len(nums)):
            index = abs(nums[i]) - 1
            if nums[index] > 0:
                nums[index] *= -1
            else:
                return index + 1
        return -1


def main():
    n = int(input())
    nums = [int(x) for x in input().split()]
    assert len(nums) == n
    print(Solution().first_duplicate(nums))


if __name__ == "__main__":
    main()
