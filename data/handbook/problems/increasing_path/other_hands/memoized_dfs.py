import sys
from typing import Dict, Tuple

Cell = Tuple[int, int]


class Hill:
    def __init__(self, text: str) -> None:
        lines = text.splitlines()[1:]
        self.height: Dict[Cell, int] = {
            (i, j): int(word) for i, line in enumerate(lines) for j, word in enumerate(line.split())
        }
        self.store: Dict[Cell, int] = {}

    def reach(self, cell: Cell) -> int:
        if cell not in self.store:
            i, j = cell
            further = 0
            for near in ((i + 1, j), (i, j - 1), (i - 1, j), (i, j + 1)):
                if near in self.height and self.height[near] > self.height[cell]:
                    further = max(further, self.reach(near))
            self.store[cell] = 1 + further
        return self.store[cell]


hill = Hill(sys.stdin.read())
print(max(map(hill.reach, hill.height)))
