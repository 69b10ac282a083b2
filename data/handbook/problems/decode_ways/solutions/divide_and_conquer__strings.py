import sys


class Solution:
    def numDecodings(self, s: str) -> int:
        if len(s) < 2:
            return s != "0"
        half = len(s) // 2
        left, right = s[:half], s[half:]
        apart = self.numDecodings(left) and self.numDecodings(left) * self.numDecodings(right)
        return apart + self.joined(left, right)

    def joined(self, left: str, right: str) -> int:
        """The last digit of the left half and the first of the right one form one letter."""
        letter = int(left[-1] + right[0])
        if letter < 10 or letter > 26:
            return 0
        return self.numDecodings(left[:-1]) * self.numDecodings(right[1:])


print(int(Solution().numDecodings(next(sys.stdin).strip())))
