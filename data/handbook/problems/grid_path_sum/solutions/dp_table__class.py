from typing import Dict, List, Tuple


class Solution:
    def minPathSum(self, grid: List[List[int]]) -> int:
        """Cost from each cell to the bottom right corner, filled from the end."""
        rows: int = len(grid)
        cols: int = len(grid[0])
        cost: Dict[Tuple[int, int], int] = {}
        r = rows - 1
        while r >= 0:
            c = cols - 1
            while c >= 0:
                options = []
                if r + 1 < rows:
                    options.append(cost[r + 1, c])
                if c + 1 < cols:
                    options.append(cost[r, c + 1])
                cost[r, c] = grid[r][c] + (min(options) if options else 0)
                c -= 1
            r -= 1
        return cost[0, 0]


data = [int(x) for x in open(0).read().split()]
m, n = data[:2]
grid = [data[2 + i * n : 2 + (i + 1) * n] for i in range(m)]
print(Solution().minPathSum(grid))
