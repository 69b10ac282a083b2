import sys
from typing import List, Tuple


class VitalRoads:
    def __init__(self, towns: int, roads: List[Tuple[int, int]]):
        self.links: List[List[Tuple[int, int]]] = [[] for _ in range(towns)]
        for idx, (p, q) in enumerate(roads):
            self.links[p].append((q, idx))
            self.links[q].append((p, idx))
        self.when = [0] * towns
        self.answer = 0
        self.now = 0
        for root in range(towns):
            if not self.when[root]:
                self.covering(root, None)

    def covering(self, here: int, road) -> int:
        """How many back edges pass over the edge by which we came."""
        self.now += 1
        self.when[here] = self.now
        total = 0
        for there, idx in self.links[here]:
            if idx == road:
                continue
            if self.when[there] == 0:
                below = self.covering(there, idx)
                if below == 0:
                    self.answer += 1
                total += below
            elif self.when[there] < self.when[here]:
                total += 1
            else:
                total -= 1
        return total


if __name__ == "__main__":
    nums = iter(map(int, sys.stdin.read().split()))
    n, m = next(nums), next(nums)
    print(VitalRoads(n, [(next(nums) - 1, next(nums) - 1) for _ in range(m)]).answer)
