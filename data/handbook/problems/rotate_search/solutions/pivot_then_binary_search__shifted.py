import sys


def find_smallest(nums: list[int]) -> int:
    low, high = 0, len(nums) - 1
    while nums[low] > nums[high]:
        mid = (low + high) // 2
        if nums[mid] >= nums[low]:
            low = mid + 1
        else:
            high = mid
    return low


def find(nums: list[int], shift: int, target: int) -> int:
    """Ordinary binary search; position i of the sorted list is position i + shift of the rotated one."""
    n = len(nums)
    low, high = 0, n - 1
    while low <= high:
        mid = (low + high) // 2
        real = (mid + shift) % n
        if nums[real] == target:
            return real
        if nums[real] < target:
            low = mid + 1
        else:
            high = mid - 1
    return -1


def main() -> None:
    sys.stdin.readline()
    nums = [int(t) for t in sys.stdin.readline().split()]
    shift = find_smallest(nums)
    for token in sys.stdin.readline().split():
        print(find(nums, shift, int(token)))


if __name__ == "__main__":
    main()
