import sys
from typing import List


class Solution:
    def search(self, nums: List[int], target: int) -> int:
        low = 0
        high = len(nums) - 1
        while low < high:
            mid = low + (high - low) // 2
            left_sorted = nums[low] <= nums[mid]
            if left_sorted and nums[low] <= target <= nums[mid]:
                high = mid
            elif not left_sorted and not (nums[mid] < target <= nums[high]):
                high = mid
            else:
                low = mid + 1
        return low if nums[low] == target else -1


def main() -> None:
    data = list(map(int, sys.stdin.read().split()))
    n = data[0]
    nums, queries = data[2 : 2 + n], data[2 + n :]
    solution = Solution()
    print("\n".join(str(solution.search(nums, x)) for x in queries))


if __name__ == "__main__":
    main()
