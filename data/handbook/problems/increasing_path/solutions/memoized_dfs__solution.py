import sys
from typing import List


class Solution:
    def longestIncreasingPath(self, matrix: List[List[int]]) -> int:
        if not matrix or not matrix[0]:
            return 0
        m, n = len(matrix), len(matrix[0])
        cache = [[0] * n for _ in range(m)]

        def dfs(i, j, prev):
            # how long is a path entering (i, j) from a cell of height prev
            if i < 0 or j < 0 or i >= m or j >= n or matrix[i][j] <= prev:
                return 0
            if cache[i][j]:
                return cache[i][j]
            cur = matrix[i][j]
            up = dfs(i - 1, j, cur)
            down = dfs(i + 1, j, cur)
            left = dfs(i, j - 1, cur)
            right = dfs(i, j + 1, cur)
            cache[i][j] = 1 + max(up, down, left, right)
            return cache[i][j]

        ans = 0
        for i in range(m):
            for j in range(n):
                ans = max(ans, dfs(i, j, -1))
        return ans


lines = sys.stdin.read().splitlines()
rows = int(lines[0].split()[0])
print(Solution().longestIncreasingPath([[int(x) for x in line.split()] for line in lines[1 : rows + 1]]))
