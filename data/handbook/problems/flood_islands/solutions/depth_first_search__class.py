import sys
from typing import List

sys.setrecursionlimit(5000)


class Solution:
    def numIslands(self, grid: List[List[str]]) -> int:
        if not grid or not grid[0]:
            return 0
        rows, cols = len(grid), len(grid[0])
        visited = [[False] * cols for _ in range(rows)]
        directions = [(0, 1), (1, 0), (0, -1), (-1, 0)]

        def dfs(row: int, col: int) -> None:
            visited[row][col] = True
            for d_row, d_col in directions:
                new_row, new_col = row + d_row, col + d_col
                if 0 <= new_row < rows and 0 <= new_col < cols:
                    if grid[new_row][new_col] == "#" and not visited[new_row][new_col]:
                        dfs(new_row, new_col)

        count = 0
        for row in range(rows):
            for col in range(cols):
                if grid[row][col] == "#" and not visited[row][col]:
                    dfs(row, col)
                    count += 1
        return count


rows, cols = map(int, input().split())
print(Solution().numIslands([list(input()) for _ in range(rows)]))
