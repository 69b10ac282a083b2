from typing import List


class Solution:
    def matrixChainOrder(self, p: List[int]) -> int:
        n = len(p)
        # m[i][j] = minimum cost of multiplying matrices i..j (1-based)
        m = [[0 for _ in range(n)] for _ in range(n)]
        for gap in range(1, n - 1):
            i = 1
            while i + gap < n:
                j = i + gap
                m[i][j] = float("inf")
                for k in range(i, j):
                    cost = m[i][k] + m[k + 1][j] + p[i - 1] * p[k] * p[j]
                    m[i][j] = min(m[i][j], cost)
                i += 1
        return m[1][n - 1]


n = int(input())
print(Solution().matrixChainOrder([int(x) for x in input().split()]))
