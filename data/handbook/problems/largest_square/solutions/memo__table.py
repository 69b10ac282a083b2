import sys
from typing import List, Optional


class Field:
    def __init__(self, lines: List[str]) -> None:
        self.good = [[c == "1" for c in line] for line in lines]
        self.sides: List[List[Optional[int]]] = [[None] * len(line) for line in lines]

    def side(self, row: int, col: int) -> int:
        """Side of the largest garden that ends in this cell."""
        if row < 0 or col < 0:
            return 0
        known = self.sides[row][col]
        if known is not None:
            return known
        result = 0
        if self.good[row][col]:
            result = self.side(row - 1, col - 1)
            result = min(result, self.side(row - 1, col))
            result = min(result, self.side(row, col - 1))
            result += 1
        self.sides[row][col] = result
        return result

    def largest(self) -> int:
        answer = 0
        row = len(self.good) - 1
        while row >= 0:
            col = len(self.good[row]) - 1
            while col >= 0:
                answer = max(answer, self.side(row, col))
                col -= 1
            row -= 1
        return answer


lines = sys.stdin.read().split()
print(Field(lines[2:]).largest())
