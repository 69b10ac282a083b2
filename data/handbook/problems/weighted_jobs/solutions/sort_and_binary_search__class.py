import sys
from typing import List


class Solution:
    def jobScheduling(self, startTime: List[int], endTime: List[int], profit: List[int]) -> int:
        order = sorted(range(len(profit)), key=lambda i: endTime[i])
        # finish[i], gain[i]: the best gain with everything done by finish[i]
        finish = [0]
        gain = [0]
        for i in order:
            lo, hi = 0, len(finish) - 1
            while lo < hi:
                mid = (lo + hi + 1) // 2
                if finish[mid] <= startTime[i]:
                    lo = mid
                else:
                    hi = mid - 1
            candidate = gain[lo] + profit[i]
            if candidate > gain[-1]:
                finish.append(endTime[i])
                gain.append(candidate)
        return gain[-1]


data = list(map(int, sys.stdin.read().split()))
print(Solution().jobScheduling(data[1::3], data[2::3], data[3::3]))
