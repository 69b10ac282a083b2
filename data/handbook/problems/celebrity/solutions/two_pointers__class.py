import sys
from typing import List


class Solution:
    def celebrity(self, M: List[List[int]], n: int) -> int:
        left, right = 0, n - 1
        while left < right:
            if M[left][right] == 1:
                # left knows somebody, so it is not left
                left += 1
            else:
                # somebody does not know right
                right -= 1
        candidate = left
        for person in range(n):
            if person == candidate:
                continue
            if M[candidate][person] == 1 or M[person][candidate] == 0:
                return -1
        return candidate


data = sys.stdin.read().split()
n = int(data[0])
matrix = [[int(x) for x in data[1 + r * n : 1 + (r + 1) * n]] for r in range(n)]
answer = Solution().celebrity(matrix, n)
print(answer + 1 if answer >= 0 else -1)
