from typing import List


class Solution:
    def determinant(self, matrix: List[List[int]]) -> int:
        """Fraction-free elimination."""
        size, sign, divisor = len(matrix), 1, 1
        step = 0
        while step < size - 1:
            pivot_row = next((r for r in range(step, size) if matrix[r][step] != 0), None)
            if pivot_row is None:
                return 0
            if pivot_row != step:
                sign = -sign
                matrix[pivot_row], matrix[step] = matrix[step], matrix[pivot_row]
            pivot = matrix[step][step]
            for row in range(step + 1, size):
                for column in range(step + 1, size):
                    cross = matrix[row][column] * pivot - matrix[row][step] * matrix[step][column]
                    matrix[row][column] = cross // divisor
            divisor = pivot
            step += 1
        return sign * matrix[size - 1][size - 1]


n = int(input())
print(Solution().determinant([[int(x) for x in input().split()] for _ in range(n)]))
