import sys
from typing import Dict, Tuple


class Solution:
    def countParenthesis(self, n: int, mod: int) -> int:
        memo: Dict[Tuple[int, int], int] = {}

        def dfs(opened: int, closed: int) -> int:
            if opened == n and closed == n:
                return 1 % mod
            state = (opened, closed)
            if state in memo:
                return memo[state]
            total = 0
            if opened < n:
                total += dfs(opened + 1, closed)
            if closed < opened:
                total += dfs(opened, closed + 1)
            memo[state] = total % mod
            return memo[state]

        return dfs(0, 0)


pairs, mod = map(int, sys.stdin.readline().split())
print(Solution().countParenthesis(pairs, mod))
