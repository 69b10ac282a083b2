import sys


class Solution:
    def longestCommonSubsequence(self, text1, text2):
        # prev is the row of text1[i + 1:], curr the row of text1[i:]
        n = len(text2)
        prev = [0 for _ in range(n + 1)]
        for i in reversed(range(len(text1))):
            curr = [0 for _ in range(n + 1)]
            for j in reversed(range(n)):
                curr[j] = 1 + prev[j + 1] if text1[i] == text2[j] else max(prev[j], curr[j + 1])
            prev = curr
        return prev[0]


s = sys.stdin.readline().strip()
t = sys.stdin.readline().strip()
print(Solution().longestCommonSubsequence(s, t))
