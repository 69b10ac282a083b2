import sys
from collections import defaultdict
from itertools import accumulate


def subarray_sum(nums: list[int], target: int) -> int:
    seen: dict[int, int] = defaultdict(int)
    seen[0] = 1
    total = 0
    for prefix in accumulate(nums):
        total += seen[prefix - target]
        seen[prefix] += 1
    return total


if __name__ == "__main__":
    _, k, *nums = map(int, sys.stdin.read().split())
    print(subarray_sum(nums, k))
