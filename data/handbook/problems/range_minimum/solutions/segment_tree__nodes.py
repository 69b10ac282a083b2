from __future__ import annotations

from dataclasses import dataclass
from typing import Optional


@dataclass
class Node:
    start: int
    stop: int  # one past the last
    smallest: int
    left: Optional[Node] = None
    right: Optional[Node] = None

    def find(self, start: int, stop: int) -> int:
        if start <= self.start and self.stop <= stop:
            return self.smallest
        found = []
        if start < self.left.stop:
            found.append(self.left.find(start, stop))
        if stop > self.right.start:
            found.append(self.right.find(start, stop))
        return min(found)


def grow(values: list[int], start: int, stop: int) -> Node:
    if stop - start == 1:
        return Node(start, stop, values[start])
    middle = (start + stop) >> 1
    left = grow(values, start, middle)
    right = grow(values, middle, stop)
    return Node(start, stop, min(left.smallest, right.smallest), left, right)


def main() -> None:
    n, q = (int(word) for word in input().split())
    root = grow([int(word) for word in input().split()], 0, n)
    for _ in range(q):
        first, last = (int(word) for word in input().split())
        print(root.find(first - 1, last))


main()
