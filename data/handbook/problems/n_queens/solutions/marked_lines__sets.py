import sys
from typing import List


class Solution:
    def totalNQueens(self, board: List[str]) -> int:
        n = len(board)
        cols, diag, anti = set(), set(), set()

        def backtrack(row: int) -> int:
            if row == n:
                return 1
            solutions = 0
            for col in range(n):
                if board[row][col] == "#":
                    continue
                if col in cols or row - col in diag or row + col in anti:
                    continue
                cols.add(col)
                diag.add(row - col)
                anti.add(row + col)
                solutions += backtrack(row + 1)
                cols.remove(col)
                diag.remove(row - col)
                anti.remove(row + col)
            return solutions

        return backtrack(0)


if __name__ == "__main__":
    _, *board = sys.stdin.read().split()
    print(Solution().totalNQueens(board))
