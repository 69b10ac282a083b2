import sys
from typing import Dict, Tuple


class Partitions:
    def __init__(self) -> None:
        self.table: Dict[Tuple[int, int], int] = {}

    def ways(self, amount: int, cap: int) -> int:
        """partitions of amount whose greatest part is at most cap"""
        cap = min(cap, amount)
        if amount == 0:
            return 1
        key = (amount, cap)
        if key not in self.table:
            self.table[key] = sum(self.ways(amount - part, part) for part in range(1, cap + 1))
        return self.table[key]


if __name__ == "__main__":
    n = int(sys.stdin.read())
    print(Partitions().ways(n, n))
