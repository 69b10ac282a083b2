import sys
from typing import Optional


class Party:
    def __init__(self, rows: list[str]) -> None:
        self.rows = [row.split() for row in rows]

    def knows(self, p: int, q: int) -> bool:
        return self.rows[p][q] == "1"

    def accepted(self, star: int, group: list[int]) -> bool:
        for p in group:
            if self.knows(star, p) or not self.knows(p, star):
                return False
        return True

    def celebrity(self, group: list[int]) -> Optional[int]:
        """The celebrity of a group is the celebrity of one of its halves."""
        if len(group) == 1:
            return group[0]
        half = len(group) // 2
        first, second = group[:half], group[half:]
        star = self.celebrity(first)
        if star is not None and self.accepted(star, second):
            return star
        star = self.celebrity(second)
        if star is not None and self.accepted(star, first):
            return star
        return None


n = int(sys.stdin.readline())
found = Party([sys.stdin.readline() for _ in range(n)]).celebrity(list(range(n)))
print(-1 if found is None else found + 1)
