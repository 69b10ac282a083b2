import sys
from typing import List


class Solution:
    def failure(self, s: str) -> List[int]:
        """fail[i]: length of the longest border of the first i characters, fail[0] = -1."""
        fail = [-1] * (len(s) + 1)
        i, j = 0, -1
        while i < len(s):
            while j >= 0 and s[i] != s[j]:
                j = fail[j]
            i += 1
            j += 1
            fail[i] = j
        return fail

    def period(self, s: str) -> int:
        border = self.failure(s)[-1]
        length = len(s) - border
        if len(s) % length:
            return len(s)
        return length


if __name__ == "__main__":
    print(Solution().period(sys.stdin.readline().strip()))
