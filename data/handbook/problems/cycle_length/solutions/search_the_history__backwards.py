import sys
from typing import List


class Solution:
    def nextNumber(self, x: int) -> int:
        a, b, c, m = self.coefficients
        return (a * x * x + b * x + c) % m

    def solve(self, data: List[int]) -> List[int]:
        self.coefficients = data[1:]
        row = [data[0]]
        while True:
            new = self.nextNumber(row[-1])
            # look through everything so far, newest first
            j = len(row) - 1
            while j >= 0 and row[j] != new:
                j -= 1
            if j >= 0:
                return [j, len(row) - j]
            row.append(new)


print(*Solution().solve(list(map(int, sys.stdin.readline().split()))))
