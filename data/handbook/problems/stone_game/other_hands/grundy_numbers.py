from typing import List


class Nim:
    def __init__(self, moves: List[int], limit: int) -> None:
        self.value = [0]
        for pile in range(1, limit + 1):
            hit = [False] * (len(moves) + 1)
            for move in moves:
                if move <= pile:
                    hit[self.value[pile - move]] = True
            self.value.append(hit.index(False))

    def winner(self, pile: int) -> str:
        return "first" if self.value[pile] else "second"


input()
moves = [int(t) for t in input().split()]
piles = [int(t) for t in input().split()]
nim = Nim(moves, max(piles))
print("\n".join(map(nim.winner, piles)))
