def find_pivot(nums):
    lo, hi = 0, len(nums) - 1
    while lo < hi:
        mid = (lo + hi) >> 1
        if nums[mid] <= nums[hi]:
            hi = mid
        else:
            lo = mid + 1
    return lo


def main():
    n, target = map(int, input().split())
    nums = [int(x) for x in input().split()]
    shift = find_pivot(nums)
    lo, hi = 0, n - 1
    while lo <= hi:
        mid = (lo + hi) >> 1
        real = (mid + shift) % n
        if nums[real] == target:
            print(real)
            return
        if nums[real] < target:
            lo = mid + 1
        else:
            hi = mid - 1
    print(-1)


main()
