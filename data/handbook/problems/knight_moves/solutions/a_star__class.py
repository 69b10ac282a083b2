import sys
from heapq import heappop, heappush
from itertools import product
from typing import Tuple

Cell = Tuple[int, int]
JUMPS = [(i, j) for i, j in product((-2, -1, 1, 2), repeat=2) if i * i + j * j == 5]


class Knight:
    def __init__(self, board: int, target: Cell) -> None:
        self.board = board
        self.target = target

    def estimate(self, cell: Cell) -> int:
        """A move changes the distance along rows and columns by 3 together, so this is never too much."""
        away = abs(cell[0] - self.target[0]) + abs(cell[1] - self.target[1])
        return -(-away // 3)

    def moves_from(self, start: Cell) -> int:
        open_cells = [(self.estimate(start), 0, start)]
        cost = {start: 0}
        while open_cells:
            _, spent, cell = heappop(open_cells)
            if cell == self.target:
                return spent
            if spent > cost[cell]:
                continue
            for i, j in JUMPS:
                neighbour = (cell[0] + i, cell[1] + j)
                if min(neighbour) < 1 or max(neighbour) > self.board:
                    continue
                if spent + 1 < cost.get(neighbour, 10**9):
                    cost[neighbour] = spent + 1
                    heappush(open_cells, (spent + 1 + self.estimate(neighbour), spent + 1, neighbour))
        return -1


def main() -> None:
    input = sys.stdin.readline
    n = int(input())
    r1, c1 = map(int, input().split())
    r2, c2 = map(int, input().split())
    print(Knight(n, (r2, c2)).moves_from((r1, c1)))


if __name__ == "__main__":
    main()
