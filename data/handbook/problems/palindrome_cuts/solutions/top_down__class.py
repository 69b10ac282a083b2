import sys


class Solution:
    def __init__(self):
        self.memo = {}

    def pal(self, s, i, j):
        for k in range((j - i + 1) // 2):
            if s[i + k] != s[j - k]:
                return False
        return True

    def pieces(self, s, end):
        """palindromes needed for s[0..end]"""
        if end < 0:
            return 0
        if end not in self.memo:
            best = float("inf")
            start = end
            while start >= 0:
                if self.pal(s, start, end):
                    cand = self.pieces(s, start - 1) + 1
                    if cand < best:
                        best = cand
                start -= 1
            self.memo[end] = best
        return self.memo[end]

    def minCut(self, s):
        return self.pieces(s, len(s) - 1) - 1


for line in sys.stdin:
    line = line.strip()
    if line:
        print(Solution().minCut(line))
