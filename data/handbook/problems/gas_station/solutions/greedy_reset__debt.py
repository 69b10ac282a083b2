import sys
from typing import List


class Solution:
    def canCompleteCircuit(self, gas: List[int], cost: List[int]) -> int:
        begin, left, debt = 0, 0, 0
        for station, (got, spent) in enumerate(zip(gas, cost)):
            left += got - spent
            if left < 0:
                # nobody up to here is a good start: all this is missing at the end
                debt -= left
                begin, left = station + 1, 0
        return begin if left >= debt else -1


def read_ints():
    return [int(token) for token in sys.stdin.readline().split()]


read_ints()
answer = Solution().canCompleteCircuit(read_ints(), read_ints())
print(answer + 1 if answer != -1 else answer)
