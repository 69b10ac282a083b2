import sys
from typing import List


class PrefixMaximum:
    def __init__(self, size: int) -> None:
        self.node: List[int] = [0] * (size + 1)

    def raise_to(self, index: int, value: int) -> None:
        while index < len(self.node):
            if self.node[index] < value:
                self.node[index] = value
            index += index & -index

    def maximum(self, index: int) -> int:
        """Largest value at the positions 1 to index."""
        result = 0
        while index:
            result = max(result, self.node[index])
            index -= index & -index
        return result


_, *sequence = map(int, sys.stdin.buffer.read().split())
ranks = {value: rank for rank, value in enumerate(sorted(set(sequence)), 1)}
tree = PrefixMaximum(len(ranks))
for value in sequence:
    tree.raise_to(ranks[value], 1 + tree.maximum(ranks[value] - 1))
print(tree.maximum(len(ranks)))
