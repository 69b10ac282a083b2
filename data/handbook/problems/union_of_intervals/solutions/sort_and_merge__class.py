import sys
from typing import List


class Solution:
    def merge(self, intervals: List[List[int]]) -> List[List[int]]:
        intervals.sort(key=lambda interval: interval[0])
        merged: List[List[int]] = []
        for interval in intervals:
            # no overlap with the last one: a new piece begins
            if not merged or merged[-1][1] < interval[0]:
                merged.append(interval)
            else:
                merged[-1][1] = max(merged[-1][1], interval[1])
        return merged


rows = [[int(x) for x in line.split()] for line in sys.stdin.read().splitlines()[1:]]
print(sum(right - left for left, right in Solution().merge(rows)))
