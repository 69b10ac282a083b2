import sys
from typing import Dict, List


class TakeAway:
    def __init__(self, moves: List[int]) -> None:
        self.moves = moves
        self.memo: Dict[int, bool] = {}

    def first_wins(self, stones: int) -> bool:
        if stones in self.memo:
            return self.memo[stones]
        result = False
        for move in self.moves:
            rest = stones - move
            if rest < 0:
                continue
            if self.first_wins(rest) is False:
                result = True
                break
        self.memo[stones] = result
        return result


def main() -> None:
    tokens = [int(t) for t in sys.stdin.read().split()]
    k = tokens[0]
    game = TakeAway(tokens[2 : 2 + k])
    out = []
    for pile in tokens[2 + k :]:
        out.append("first" if game.first_wins(pile) else "second")
    sys.stdout.write("\n".join(out) + "\n")


main()
