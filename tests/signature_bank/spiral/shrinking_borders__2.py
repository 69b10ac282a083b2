from typing import List


class Solution:
    def spiralOrder(self, matrix: List[List[int]]) -> List[int]:
        result: List[int] = []
        r1, r2 = 0, len(matrix)
        c1, c2 = 0, len(matrix[0])
        while r1 < r2 and c1 < c2:
            result.extend(matrix[r1][c] for c in range(c1, c2))
            r1 += 1
            result.extend(matrix[r][c2 - 1] for r in range(r1, r2))
            c2 -= 1
            if r1 < r2:
                result.extend(matrix[r2 - 1][c] for c in range(c2 - 1, c1 - 1, -1))
                r2 -= 1
            if c1 < c2:
                result.extend(matrix[r][c1] for r in range(r2 - 1, r1 - 1, -1))
                c1 += 1
        return result


rows, cols = map(int, input().split())
grid = [list(map(int, input().split())) for _ in range(rows)]
print(*Solution().spiralOrder(grid))
