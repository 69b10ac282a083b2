import sys
from collections import deque
from typing import Deque, Iterator, Set, Tuple

Square = Tuple[int, int]


class Board:
    def __init__(self, size: int) -> None:
        self.size = size

    def neighbours(self, square: Square) -> Iterator[Square]:
        row, column = square
        for i in (-2, -1, 1, 2):
            for j in (-2, -1, 1, 2):
                if abs(i) != abs(j) and 0 <= row + i < self.size and 0 <= column + j < self.size:
                    yield row + i, column + j

    def distance(self, start: Square, goal: Square) -> int:
        queue: Deque[Tuple[Square, int]] = deque([(start, 0)])
        visited: Set[Square] = {start}
        while queue:
            square, steps = queue.popleft()
            if square == goal:
                return steps
            for other in self.neighbours(square):
                if other not in visited:
                    visited.add(other)
                    queue.append((other, steps + 1))
        return -1


def main() -> None:
    n, a, b, c, d = map(int, sys.stdin.read().split())
    print(Board(n).distance((a - 1, b - 1), (c - 1, d - 1)))


if __name__ == "__main__":
    main()
