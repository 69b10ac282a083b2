import sys
from collections import defaultdict
from typing import List


class Solution:
    def subarraySum(self, nums: List[int], k: int) -> int:
        seen = defaultdict(int)
        seen[0] = 1
        count = prefix = 0
        for i in range(len(nums)):
            prefix += nums[i]
            if prefix - k in seen:
                count += seen[prefix - k]
            seen[prefix] += 1
        return count


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    print(Solution().subarraySum(data[2:], data[1]))


main()
