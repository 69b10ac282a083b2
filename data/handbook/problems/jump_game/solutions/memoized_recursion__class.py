import sys
from typing import Dict, List, Optional


class Jumper:
    def __init__(self, stones: List[int]) -> None:
        self.stones = stones
        self.known: Dict[int, Optional[int]] = {len(stones) - 1: 0}

    def fewest(self, stone: int) -> Optional[int]:
        if stone in self.known:
            return self.known[stone]
        best: Optional[int] = None
        furthest = min(stone + self.stones[stone], len(self.stones) - 1)
        step = furthest
        while step > stone:
            rest = self.fewest(step)
            if rest is not None and (best is None or rest + 1 < best):
                best = rest + 1
            step -= 1
        self.known[stone] = best
        return best


if __name__ == "__main__":
    sys.setrecursionlimit(5000)
    stones = [int(word) for word in open(0).read().split()[1:]]
    found = Jumper(stones).fewest(0)
    if found is None:
        found = -1
    print(found)
