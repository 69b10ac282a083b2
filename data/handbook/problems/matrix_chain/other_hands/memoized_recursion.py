import sys
from typing import Dict, List, Tuple


class Chain:
    def __init__(self, dims: List[int]) -> None:
        self.dims = dims
        self.seen: Dict[Tuple[int, int], int] = {}

    def cost(self, first: int, last: int) -> int:
        """Cheapest product of the matrices first..last, counted from 1."""
        if first >= last:
            return 0
        key = first, last
        if key in self.seen:
            return self.seen[key]
        outer = self.dims[first - 1] * self.dims[last]
        low = sys.maxsize
        for split in range(first, last):
            both = self.cost(first, split) + self.cost(split + 1, last)
            low = min(low, both + outer * self.dims[split])
        self.seen[key] = low
        return low


size = int(sys.stdin.readline())
print(Chain([int(t) for t in sys.stdin.readline().split()]).cost(1, size))
