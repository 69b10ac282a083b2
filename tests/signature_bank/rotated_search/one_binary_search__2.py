import sys


def search(nums: list[int], target: int, low: int, high: int) -> int:
    if low > high:
        return -1
    mid = low + (high - low) // 2
    if nums[mid] == target:
        return mid
    left_sorted = nums[low] <= nums[mid]
    if left_sorted:
        if nums[low] <= target < nums[mid]:
            return search(nums, target, low, mid - 1)
        return search(nums, target, mid + 1, high)
    if nums[mid] < target <= nums[high]:
        return search(nums, target, mid + 1, high)
    return search(nums, target, low, mid - 1)


_, wanted, *values = map(int, sys.stdin.read().split())
print(search(values, wanted, 0, len(values) - 1))
