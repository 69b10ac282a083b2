import sys
from collections import defaultdict

WIN, LOSE = "first", "second"


class GameGraph:
    def __init__(self, size: int, moves: list[int]) -> None:
        self.predecessors: dict[int, list[int]] = defaultdict(list)
        self.open_moves = {v: 0 for v in range(size + 1)}
        for v in self.open_moves:
            for m in moves:
                if v - m >= 0:
                    self.predecessors[v - m].append(v)
                    self.open_moves[v] += 1

    def label(self) -> dict[int, str]:
        """Labels spread backwards from the positions that have no move."""
        labels = {v: LOSE for v, number in self.open_moves.items() if number == 0}
        queue = list(labels)
        for v in queue:  # grows while we walk
            for u in self.predecessors[v]:
                if u in labels:
                    continue
                self.open_moves[u] -= 1
                if labels[v] == LOSE:
                    labels[u] = WIN
                elif self.open_moves[u] == 0:
                    labels[u] = LOSE
                else:
                    continue
                queue.append(u)
        return labels


def main() -> None:
    (k, q), moves, piles = [list(map(int, line.split())) for line in sys.stdin.readlines()[:3]]
    labels = GameGraph(max(piles), moves).label()
    for pile in piles:
        print(labels[pile])


main()
