from typing import Dict, Tuple


class Solution:
    def __init__(self) -> None:
        self.memo: Dict[Tuple[int, int], int] = {}

    def superEggDrop(self, k: int, n: int) -> int:
        if n <= 1:
            return n
        if k == 1:
            return n
        key = (k, n)
        if key not in self.memo:
            worst_cases = []
            for floor in range(1, n + 1):
                if_breaks = self.superEggDrop(k - 1, floor - 1)
                if_survives = self.superEggDrop(k, n - floor)
                worst_cases.append(max(if_breaks, if_survives))
            self.memo[key] = 1 + min(worst_cases)
        return self.memo[key]


eggs, floors = [int(x) for x in input().split()]
print(Solution().superEggDrop(eggs, floors))
