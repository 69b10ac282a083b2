class Solution:
    def countSubstrings(self, s: str) -> int:
        result = 0
        for i in range(len(s)):
            result += self.expand(s, i, i)      # odd length
            result += self.expand(s, i, i + 1)  # even length
        return result

    def expand(self, s: str, left: int, right: int) -> int:
        count = 0
        while True:
            if left < 0 or right >= len(s):
                break
            if s[left] != s[right]:
                break
            count += 1
            left, right = left - 1, right + 1
        return count


import sys

print(Solution().countSubstrings(sys.stdin.read().split()[0]))
