class Solution:
    def longestValidParentheses(self, s: str) -> int:
        """length[i]: the longest valid piece of the first i letters that ends with the i-th."""
        length = [0] * (len(s) + 1)
        answer = 0
        for i in range(2, len(s) + 1):
            if s[i - 1] != ")":
                continue
            opening = i - length[i - 1] - 1
            if opening >= 1 and s[opening - 1] == "(":
                length[i] = length[i - 1] + 2 + length[opening - 1]
                answer = max(answer, length[i])
        return answer


import sys

print(Solution().longestValidParentheses(sys.stdin.read().strip()))
